"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { detach } from "@/bulletin/intake/attachments";
import { discardDraft, saveDraft, saveSchema } from "@/bulletin/intake/draft";
import { officeReturn, officeSignOff, submit, withdraw } from "@/bulletin/intake/submit";
import { id, prose, version } from "@/bulletin/text/fields";
import { action } from "@/lib/action";

const seen = z.object({ id, version });

export const saveDraftAction = action("saveDraft", saveSchema, saveDraft);

export const submitAction = action("submit", seen, async (actor, input) => {
  await submit(actor, input);
  redirect(`/items/${input.id}`);
});

export const withdrawAction = action("withdraw", z.object({ id }), (actor, input) => withdraw(actor, input.id));

export const discardAction = action("discard", z.object({ id }), async (actor, input) => {
  await discardDraft(actor, input.id);
  redirect("/items");
});

export const officeSignOffAction = action("officeSignOff", seen, officeSignOff);

export const officeReturnAction = action(
  "officeReturn",
  seen.extend({ words: prose(300, { required: true }) }),
  officeReturn,
);

export const detachAction = action("detach", z.object({ id }), (actor, input) => detach(actor, input.id));
