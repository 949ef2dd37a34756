import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Issue } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { fromColumn, toColumn } from "@/lib/dates";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { asLists, listsSchema } from "../post/lists";
import { foundList, keepVersion, listForNext } from "../post/namedLists";
import { id, json, line, optionalDay, prose } from "../text/fields";
import { changedMeanwhile } from "../transition";
import { editIssue } from "./editing";
import { asImprint, type Imprint, imprintSchema } from "./imprint";

/**
 * What stands around the entries. `before` is what the person started from: another editor moving an
 * entry meanwhile is no matter, another one changing the same lists is.
 */
export const issueListsSchema = z.object({
  id,
  before: json(listsSchema),
  lists: json(listsSchema),
  /** For this issue alone, for the named list it came from, or as a further list under `name`. */
  keep: z.enum(["issue", "list", "new"]).default("issue"),
  name: line(20),
});

/** Sets whom an issue goes to. Kept in a named list, the lines are its next version (本期增发 left out). */
export async function setLists(actor: Actor, input: z.output<typeof issueListsSchema>): Promise<void> {
  const { id: issueId, before, lists, keep, name } = input;
  if (keep === "new" && !name) throw new Refusal("required", { field: "name" });
  try {
    await inTransaction((tx) =>
      editIssue(tx, actor, issueId, async (issue) => {
        const now = asLists(issue.lists);
        if (!isDeepStrictEqual(now, before)) throw await overtaken(tx, issue, "setLists", now);
        const lines = lists.filter(({ extra }) => !extra);
        const common = { publicationId: issue.publicationId, lines, byName: actor.name };
        const listId = keep === "new" ? await foundList(tx, { ...common, name }) : issue.listId;
        const listVersion =
          listId && keep !== "issue"
            ? await keepVersion(tx, actor, { listId, from: keep === "new" ? 1 : issue.listVersion, lines })
            : issue.listVersion;
        await tx.issue.update({ where: { id: issueId }, data: { lists, listId, listVersion } });
        await record(tx, actor, "setLists", { issueId });
      }),
    );
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal("listTaken", { field: "name", values: { name } });
    throw error;
  }
}

export const takeListSchema = z.object({ id, listId: id });

/** Changes over to another named list as it stands now; what was added for this issue alone (本期增发) stays. */
export async function takeList(actor: Actor, { id: issueId, listId }: z.output<typeof takeListSchema>): Promise<void> {
  await inTransaction((tx) =>
    editIssue(tx, actor, issueId, async (issue) => {
      const taken = await listForNext(tx, issue.publicationId, listId);
      if (taken.listId !== listId) throw missing();
      const extra = asLists(issue.lists).filter((line) => line.extra);
      await tx.issue.update({ where: { id: issueId }, data: { ...taken, lists: [...taken.lists, ...extra] } });
      await record(tx, actor, "setLists", { issueId });
    }),
  );
}

const around = z.object({
  periodFrom: optionalDay,
  periodTo: optionalDay,
  editorNote: prose(600),
  ...imprintSchema.shape,
});

export type Around = z.output<typeof around>;

export const issueImprintSchema = z.object({ id, before: json(around), ...around.shape });

export async function setImprint(actor: Actor, input: z.output<typeof issueImprintSchema>): Promise<void> {
  const { id: issueId, before, periodFrom, periodTo, editorNote, ...imprint } = input;
  if (periodFrom && periodTo && periodTo < periodFrom) throw new Refusal("turnedRound", { field: "periodTo" });
  await inTransaction((tx) =>
    editIssue(tx, actor, issueId, async (issue) => {
      const now = aroundOf(issue);
      if (!isDeepStrictEqual(now, before)) throw await overtaken(tx, issue, "setImprint", now);
      const period = { periodFrom: toColumn(periodFrom), periodTo: toColumn(periodTo) };
      await tx.issue.update({ where: { id: issueId }, data: { imprint, editorNote, ...period } });
      await record(tx, actor, "setImprint", { issueId });
    }),
  );
}

/** Period, editor's note and imprint of an issue as the form has them. */
export function aroundOf(issue: Pick<Issue, "periodFrom" | "periodTo" | "editorNote" | "imprint">): Around {
  const { periodFrom, periodTo, editorNote, imprint } = issue;
  // What was printed years ago is as long as it is: the bounds of what is typed today are asked when it is typed.
  const empty: Imprint = { editors: "", reviewers: "", signer: "", phone: "", email: "", copies: 0 };
  return {
    ...{ ...empty, ...asImprint(imprint) },
    editorNote,
    periodFrom: fromColumn(periodFrom),
    periodTo: fromColumn(periodTo),
  };
}

async function overtaken(tx: Transaction, { id: issueId, version }: Issue, act: string, theirs: unknown) {
  const last = await tx.event.findFirst({ where: { issueId, act }, orderBy: { id: "desc" } });
  return changedMeanwhile(last, version, theirs);
}
