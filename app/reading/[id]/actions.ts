import { takeNumber } from "@/bulletin/post/copies";
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

// What the forms and scripts of the page send to its address (app/document/acting.tsx).

export const openAction = action("open", receiptSchema, (actor, input) => open(actor, input.id, input.of));
export const takeNumberAction = action("takeNumber", receiptSchema, (actor, input) => takeNumber(actor, input.id));

export const acknowledgeAction = action("acknowledge", receiptSchema, (actor, input) =>
  acknowledge(actor, input.id, input.of),
);

export const instructAction = action("instruct", instructSchema, instruct);
export const rewriteAction = action("rewrite", rewriteSchema, rewrite);
export const withdrawInstructionAction = action("withdrawInstruction", seenInstruction, withdrawInstruction);
