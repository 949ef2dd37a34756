import type { Item } from "@/generated/prisma/client";
import { type Day, fromColumn } from "@/lib/dates";
import { asBlocks, type Text } from "../text/model";
import { isAtItsOffice } from "../workflow";

/** An item as it reached the desk: what is kept of each sending, and what the desk goes on reading. */
export type Sent = Text & { date: Day | null; place: string; officialIds: string[]; note: string };

type Row = Pick<Item, "headline" | "blocks" | "date" | "place" | "officialIds" | "note">;

export function sentOf({ headline, blocks, date, place, officialIds, note }: Row): Sent {
  return { headline, blocks: asBlocks(blocks), date: fromColumn(date), place, officialIds, note };
}

/**
 * What the secretariat sees of an item: the text as it was sent last. While the office writes at it again (returned,
 * withdrawn), and until its own lead lets it go, what it writes stays its own. `submitted` begins with the last one.
 */
export function sentForDesk(item: Row & Pick<Item, "state"> & { submitted: { content: unknown }[] }): Sent {
  const [last] = item.submitted;
  return isAtItsOffice(item.state) && last ? (last.content as Sent) : sentOf(item);
}

/** Whether a file was there when the item was sent: what an office adds while rewriting is still its own. */
export function wasSent(item: Pick<Item, "state" | "submittedAt">, file: { createdAt: Date }): boolean {
  return !isAtItsOffice(item.state) || (item.submittedAt !== null && file.createdAt <= item.submittedAt);
}
