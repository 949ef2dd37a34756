"use server";

import { z } from "zod";
import { detachFromAnswer } from "@/bulletin/post/answerFiles";
import {
  answer,
  answerSchema,
  close,
  closeSchema,
  forward,
  forwardSchema,
  release,
  reopen,
} from "@/bulletin/post/forwarding";
import { seenInstruction } from "@/bulletin/post/instructions";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";

export const forwardAction = action("forward", forwardSchema, forward);
export const answerAction = action("answer", answerSchema, answer);
export const closeInstructionAction = action("close", closeSchema, close);
export const reopenAction = action("reopen", seenInstruction, reopen);
export const releaseAction = action("release", z.object({ id }), release);
export const detachFromAnswerAction = action("detachFromAnswer", z.object({ id }), (actor, input) =>
  detachFromAnswer(actor, input.id),
);
