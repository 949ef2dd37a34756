import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { momentOf, toColumn, today, weekOf } from "@/lib/dates";
import { literally } from "@/lib/db";
import { line, optionalDay, optionalId } from "../text/fields";
import { holding } from "./holding";

export const queueViews = [
  "open",
  "priority",
  "needsCheck",
  "again",
  "adopted",
  "merged",
  "published",
  "returned",
  "declined",
  "week",
] as const;
export type QueueView = (typeof queueViews)[number];

export const queueFilter = z.object({
  view: z.enum(queueViews).catch("open"),
  office: optionalId.catch(null),
  publication: optionalId.catch(null),
  section: optionalId.catch(null),
  kind: z.enum(["story", "brief"]).nullable().catch(null),
  from: optionalDay.catch(null),
  to: optionalDay.catch(null),
  text: line(60).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  sort: z.enum(["office", "date", "arrival"]).catch("arrival"),
});

export type QueueFilter = z.output<typeof queueFilter>;

/** Views of what waits: little, whatever the years have brought. */
const waiting: readonly QueueView[] = ["open", "priority", "needsCheck", "again"];

export function isWaiting(view: QueueView): boolean {
  return waiting.includes(view);
}

/** What stands in a view. */
export function viewed(view: QueueView): Prisma.ItemWhereInput {
  switch (view) {
    case "open":
      return { state: "submitted" };
    case "priority":
    case "needsCheck":
      return { state: "submitted", [view]: true };
    case "again":
      return { state: "submitted", submissions: { gt: 1 } };
    case "adopted":
    case "merged":
    case "published":
    case "returned":
    case "declined":
      return { state: view };
    case "week":
      return { submittedAt: { gte: momentOf(weekOf(today()).from, "00:00") } };
  }
}

/** What a filter leaves, whatever the view. */
export async function filtered(filter: QueueFilter): Promise<Prisma.ItemWhereInput> {
  const { office, publication, section, kind, from, to, text, view } = filter;
  // What waits is little, and is read through sooner than the index is asked.
  const isFew = isWaiting(view);
  const range = { ...(from && { gte: toColumn(from) }), ...(to && { lte: toColumn(to) }) };
  return {
    ...(office && { officeId: office }),
    ...(publication && { publicationId: publication }),
    ...(section && { sectionId: section }),
    ...(kind && { kind }),
    ...((from || to) && { date: range }),
    ...(text && { plain: { contains: literally(text), mode: "insensitive" }, ...(!isFew && (await holding(text))) }),
  };
}
