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
import { issueImprintSchema, issueListsSchema, setImprint, setLists } from "@/bulletin/desk/frame";
import { createIssue, createSchema } from "@/bulletin/desk/issues";
import { enterPublication, publicationSchema } from "@/bulletin/desk/publications";
import { distribute } from "@/bulletin/post/distribute";
import { approve, requestReview, seenSchema, sendBack, sendBackSchema, withdrawReview } from "@/bulletin/press/review";
import { signOff, voidIssue, voidSchema } from "@/bulletin/press/signOff";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";

export const createIssueAction = action(createSchema, async (actor, input) =>
  redirect(`/issues/${await createIssue(actor, input)}`),
);

export const enterPublicationAction = action(publicationSchema, enterPublication);

export const moveEntryAction = action(moveSchema, moveEntry);
export const putBackAction = action(z.object({ entryId: id }), (actor, input) => putBack(actor, input.entryId));
export const sortSectionAction = action(sortSchema, sortSection);
export const addSectionAction = action(sectionSchema, addSection);
export const moveSectionAction = action(moveSectionSchema, moveSection);
export const removeSectionAction = action(z.object({ issueId: id, sectionId: id }), removeSection);
export const editEntryAction = action(entrySchema, editEntry);

export const setListsAction = action(issueListsSchema, async (actor, input) => {
  await setLists(actor, input);
  redirect(`/issues/${input.id}`);
});

export const setImprintAction = action(issueImprintSchema, async (actor, input) => {
  await setImprint(actor, input);
  redirect(`/issues/${input.id}`);
});

export const requestReviewAction = action(seenSchema, requestReview);
export const withdrawReviewAction = action(seenSchema, withdrawReview);
export const sendBackAction = action(sendBackSchema, sendBack);
export const approveAction = action(seenSchema, approve);
export const signOffAction = action(seenSchema, signOff);
export const voidAction = action(voidSchema, voidIssue);
export const distributeAction = action(seenSchema, distribute);
