import { tellSaved } from "@/bulletin/archive/search/watch";
import { sweepImages } from "@/bulletin/intake/images";
import { sweepSessions } from "@/bulletin/people/signIn";
import { distributeDue } from "@/bulletin/post/distribute";
import { warnOfDeadlines } from "@/bulletin/post/forwarding";
import { sendMail } from "@/bulletin/post/mail";
import { remindDue } from "@/bulletin/post/reminders";
import { sealAndAnchor } from "@/bulletin/record/seal";
import { backUpIfAsked, backUpIfDue } from "./backup";
import type { Job } from "./queue";

/** A job is a line into the domain. All of them can run twice. */
export const handlers: Record<Job, () => Promise<unknown>> = {
  sweep: async () => {
    await sweepImages();
    await sweepSessions();
  },
  distribute: distributeDue,
  remind: remindDue,
  mail: sendMail,
  deadlines: warnOfDeadlines,
  savedSearches: tellSaved,
  seal: sealAndAnchor,
  backup: backUpIfDue,
  backupAsked: backUpIfAsked,
};
