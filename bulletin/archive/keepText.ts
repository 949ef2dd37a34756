import { toColumn } from "@/lib/dates";
import type { Transaction } from "@/lib/db";
import { type Content, hashOf } from "../press/content";
import { imagesOf } from "../text/model";

/**
 * The text of an issue that comes in as a content: its sections and entries as rows, so that they are found,
 * counted and shown like any other, then the content itself. With its hash it is frozen, by the trigger that
 * keeps what was signed.
 */
export async function keepText(tx: Transaction, issueId: string, content: Content): Promise<void> {
  for (const [order, { title, style, entries }] of content.sections.entries()) {
    const section = await tx.issueSection.create({
      data: { issueId, title, style, order: order + 1 },
      select: { id: true },
    });
    await tx.entry.createMany({
      data: entries.map(({ id, kind, headline, date, place, blocks, placing }, at) => ({
        ...{ id, issueId, sectionId: section.id, kind, headline, place, blocks, order: at + 1 },
        ...{ date: toColumn(date), imageIds: imagesOf(blocks), placing: placing ?? {} },
      })),
    });
  }
  await tx.issue.update({ where: { id: issueId }, data: { content, contentHash: hashOf(content) } });
}
