import { randomUUID } from "node:crypto";
import { toColumn } from "@/lib/dates";
import type { Transaction } from "@/lib/db";
import { type Content, hashOf } from "../press/content";
import { imagesOf } from "../text/model";

/**
 * The text of an issue that comes in as a content: its sections and entries as rows, so that they are found,
 * counted and shown like any other. The content itself stands in the issue already; with its hash it is frozen,
 * by the trigger that keeps what was signed. Two statements for all of it, since ten years come in at once.
 */
export async function keepText(tx: Transaction, issueId: string, content: Content): Promise<void> {
  const sections = content.sections.map(({ title, style, entries }, at) => ({
    row: { id: randomUUID(), issueId, title, style, order: at + 1 },
    entries,
  }));
  await tx.issueSection.createMany({ data: sections.map(({ row }) => row) });
  await tx.entry.createMany({
    data: sections.flatMap(({ row, entries }) =>
      entries.map(({ id, kind, headline, date, place, blocks, placing }, at) => ({
        ...{ id, issueId, sectionId: row.id, kind, headline, place, blocks, order: at + 1 },
        ...{ date: toColumn(date), imageIds: imagesOf(blocks), placing: placing ?? {} },
      })),
    ),
  });
  await tx.issue.updateMany({ where: { id: issueId }, data: { contentHash: hashOf(content) } });
}
