import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { toColumn } from "@/lib/dates";
import { inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../events";
import { listsSchema } from "../post/lists";
import { id, json, optionalDay, prose, version } from "../text/fields";
import { editIssueSeen } from "./editing";
import { imprintSchema } from "./imprint";

/** What stands around the entries: lists, imprint, period, editor's note. Saved against the version seen. */
const seen = { id, version };

export const issueListsSchema = z.object({ ...seen, lists: json(listsSchema) });

export async function setLists(actor: Actor, { lists, ...at }: z.output<typeof issueListsSchema>): Promise<void> {
  await inTransaction((tx) =>
    editIssueSeen(tx, actor, at, async () => {
      await tx.issue.update({ where: { id: at.id }, data: { lists } });
      await record(tx, actor, "setLists", { issueId: at.id });
    }),
  );
}

export const issueImprintSchema = z.object({
  ...seen,
  periodFrom: optionalDay,
  periodTo: optionalDay,
  editorNote: prose(600),
  ...imprintSchema.shape,
});

export async function setImprint(actor: Actor, input: z.output<typeof issueImprintSchema>): Promise<void> {
  const { id: issueId, version: seenVersion, periodFrom, periodTo, editorNote, ...imprint } = input;
  if (periodFrom && periodTo && periodTo < periodFrom) throw new Refusal("turnedRound", { field: "periodTo" });
  await inTransaction((tx) =>
    editIssueSeen(tx, actor, { id: issueId, version: seenVersion }, async () => {
      const period = { periodFrom: toColumn(periodFrom), periodTo: toColumn(periodTo) };
      await tx.issue.update({ where: { id: issueId }, data: { imprint, editorNote, ...period } });
      await record(tx, actor, "setImprint", { issueId });
    }),
  );
}
