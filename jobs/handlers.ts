import { sweepImages } from "@/bulletin/intake/images";
import { sweepSessions } from "@/bulletin/people/signIn";
import type { Job } from "./queue";

/** A job is a line into the domain. All of them can run twice. */
export const handlers: Record<Job, () => Promise<void>> = {
  sweep: async () => {
    await sweepImages();
    await sweepSessions();
  },
};
