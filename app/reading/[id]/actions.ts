"use server";

import { numberFor } from "@/bulletin/post/copies";
import {
  instruct,
  instructSchema,
  rewrite,
  rewriteSchema,
  seenInstruction,
  withdrawInstruction,
} from "@/bulletin/post/instructions";
import { acknowledge, open, receiptSchema } from "@/bulletin/post/receipts";
import { action } from "@/lib/action";

/** Whoever has it before them has a copy: where copies are traced, it gets its number with that. */
export const openAction = action("open", receiptSchema, async (actor, input) => {
  await open(actor, input.id, input.of);
  await numberFor(actor, input.id);
});

export const acknowledgeAction = action("acknowledge", receiptSchema, (actor, input) =>
  acknowledge(actor, input.id, input.of),
);

export const instructAction = action("instruct", instructSchema, instruct);
export const rewriteAction = action("rewrite", rewriteSchema, rewrite);
export const withdrawInstructionAction = action("withdrawInstruction", seenInstruction, withdrawInstruction);
