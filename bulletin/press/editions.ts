import type { Issue } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { isSecretariat } from "../policy";
import { type Difference, differenceOf } from "../text/difference";
import { titleOf } from "../text/plain";
import { asContent, type Content, type ContentEntry } from "./content";

/** What a new edition (更正版) changed: why, and entry by entry; an entry that came or went as a whole is named. */
export type Correction = {
  reason: string;
  /** The issue that it took the place of. */
  earlierId: string;
  entries: { id: string; title: string; difference: Difference }[];
  added: string[];
  dropped: string[];
  /** The earlier edition was recalled: what it said is not told again, only why there is a new one. */
  isWithheld: boolean;
};

type Edition = Pick<Issue, "id" | "correctsId" | "correctionReason"> & { content: unknown };

/**
 * Of a signed edition, against the one that it corrects; null for a first edition. Where that one was
 * recalled, nobody but the secretariat is told what it said.
 */
export async function correctionOf(actor: Actor, issue: Edition): Promise<Correction | null> {
  if (!issue.correctsId || !issue.content) return null;
  const earlier = await db.issue.findUniqueOrThrow({
    where: { id: issue.correctsId },
    select: { content: true, state: true },
  });
  const common = { reason: issue.correctionReason ?? "", earlierId: issue.correctsId };
  if (earlier.state === "recalled" && !isSecretariat(actor))
    return { ...common, entries: [], added: [], dropped: [], isWithheld: true };
  const origins = await db.entry.findMany({
    where: { issueId: issue.id, correctsId: { not: null } },
    select: { id: true, correctsId: true },
  });
  const before = new Map(origins.map(({ id, correctsId }) => [id, correctsId]));
  const [old, now] = [entriesIn(asContent(earlier.content)), entriesIn(asContent(issue.content))];
  return { ...common, ...compared(old, now, before), isWithheld: false };
}

function compared(earlier: ContentEntry[], later: ContentEntry[], before: Map<string, string | null>) {
  const old = new Map(earlier.map((entry) => [entry.id, entry]));
  const entries: Correction["entries"] = [];
  const added: string[] = [];
  const kept = new Set<string>();
  for (const entry of later) {
    const from = old.get(before.get(entry.id) ?? "");
    if (!from) {
      added.push(titleOf(entry, 30));
      continue;
    }
    kept.add(from.id);
    const difference = differenceOf(from, entry);
    if (difference.changes) entries.push({ id: entry.id, title: titleOf(entry, 30), difference });
  }
  return { entries, added, dropped: earlier.filter(({ id }) => !kept.has(id)).map((entry) => titleOf(entry, 30)) };
}

export function entriesIn(content: Content): ContentEntry[] {
  return content.sections.flatMap(({ entries }) => entries);
}

/**
 * An edition and all those before it, latest first; each with the way from its entries to those of the
 * edition asked for: what was written on an earlier edition is shown at the same place in a later one.
 */
export async function editionsBefore(issueId: string): Promise<{ id: string; placeOf: Map<string, string> }[]> {
  const editions: { id: string; placeOf: Map<string, string> }[] = [];
  let at: string | null = issueId;
  let later: Map<string, string> | null = null;
  while (at) {
    const entries: { id: string; correctsId: string | null }[] = await db.entry.findMany({
      where: { issueId: at },
      select: { id: true, correctsId: true },
    });
    const placeOf: Map<string, string> = later ?? new Map(entries.map(({ id }) => [id, id]));
    editions.push({ id: at, placeOf });
    later = new Map(
      entries.flatMap(({ id, correctsId }) => {
        const place = placeOf.get(id);
        return correctsId && place ? [[correctsId, place] as const] : [];
      }),
    );
    const issue: { correctsId: string | null } | null = await db.issue.findUnique({
      where: { id: at },
      select: { correctsId: true },
    });
    at = issue?.correctsId ?? null;
  }
  return editions;
}
