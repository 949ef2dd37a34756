"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { putBack } from "@/bulletin/desk/adopt";
import {
  addSection,
  moveEntry,
  moveSchema,
  moveSection,
  moveSectionSchema,
  removeSection,
  sectionSchema,
  sortSchema,
  sortSection,
} from "@/bulletin/desk/arrange";
import { editEntry, entrySchema } from "@/bulletin/desk/entries";
import {
  issueImprintSchema,
  issueListsSchema,
  setImprint,
  setLists,
  takeList,
  takeListSchema,
} from "@/bulletin/desk/frame";
import { createIssue, createSchema } from "@/bulletin/desk/issues";
import { unmerge, unmergeSchema } from "@/bulletin/desk/merge";
import { enterPublication, publicationSchema } from "@/bulletin/desk/publications";
import { distribute, distributeSchema, schedule, unschedule } from "@/bulletin/post/distribute";
import { renameList, renameListSchema, retireList } from "@/bulletin/post/namedLists";
import { handOver, paperSchema } from "@/bulletin/post/paper";
import { remind, remindSchema } from "@/bulletin/post/reminders";
import { postSettingsForm, setPost } from "@/bulletin/post/settings";
import { correct, correctSchema, discardCorrection, discardCorrectionSchema } from "@/bulletin/press/correct";
import { recall, recallSchema } from "@/bulletin/press/recall";
import { approve, requestReview, seenSchema, sendBack, sendBackSchema, withdrawReview } from "@/bulletin/press/review";
import { signOff, signOffSchema, voidIssue, voidSchema } from "@/bulletin/press/signOff";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";

export const createIssueAction = action("createIssue", createSchema, async (actor, input) =>
  redirect(`/issues/${await createIssue(actor, input)}`),
);

export const enterPublicationAction = action("enterPublication", publicationSchema, enterPublication);

export const moveEntryAction = action("moveEntry", moveSchema, moveEntry);
export const putBackAction = action("putBack", z.object({ entryId: id }), (actor, input) =>
  putBack(actor, input.entryId),
);
export const unmergeAction = action("unmerge", unmergeSchema, unmerge);
export const sortSectionAction = action("sortSection", sortSchema, sortSection);
export const addSectionAction = action("addSection", sectionSchema, addSection);
export const moveSectionAction = action("moveSection", moveSectionSchema, moveSection);
export const removeSectionAction = action("removeSection", z.object({ issueId: id, sectionId: id }), removeSection);
export const editEntryAction = action("editEntry", entrySchema, editEntry);

export const setListsAction = action("setLists", issueListsSchema, async (actor, input) => {
  await setLists(actor, input);
  redirect(`/issues/${input.id}`);
});

export const setImprintAction = action("setImprint", issueImprintSchema, async (actor, input) => {
  await setImprint(actor, input);
  redirect(`/issues/${input.id}`);
});

export const requestReviewAction = action("requestReview", seenSchema, requestReview);
export const withdrawReviewAction = action("withdrawReview", seenSchema, withdrawReview);
export const sendBackAction = action("sendBack", sendBackSchema, sendBack);
export const approveAction = action("approve", seenSchema, approve);
export const signOffAction = action("signOff", signOffSchema, signOff);
export const voidAction = action("void", voidSchema, voidIssue);
/** At once, or at the time that was set. */
export const distributeAction = action("distribute", distributeSchema, async (actor, { when, ...input }) =>
  when === "later" ? schedule(actor, input) : distribute(actor, input),
);
export const unscheduleAction = action("unschedule", seenSchema, unschedule);
export const correctAction = action("correct", correctSchema, async (actor, input) =>
  redirect(`/issues/${await correct(actor, input)}`),
);
export const discardCorrectionAction = action("discardCorrection", discardCorrectionSchema, discardCorrection);
export const recallAction = action("recall", recallSchema, recall);
export const remindAction = action("remind", remindSchema, remind);
export const handOverAction = action("handOver", paperSchema, handOver);
export const takeListAction = action("setLists", takeListSchema, takeList);
export const renameListAction = action("renameList", renameListSchema, renameList);
export const retireListAction = action("retireList", z.object({ id }), (actor, input) => retireList(actor, input.id));
export const setPostAction = action("setPost", postSettingsForm, setPost);
