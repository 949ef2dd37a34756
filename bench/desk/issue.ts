import { adopt } from "@/bulletin/desk/adopt";
import { createIssue } from "@/bulletin/desk/issues";
import { sectionsOf } from "@/bulletin/testing/issues";
import { db } from "@/lib/db";
import { idOf, people } from "../archive/house";

const entries = 40;

/** An issue in work with forty entries, adopted from what waits at the desk. */
export async function enterBoard(): Promise<{ issueId: string; entryIds: string[] }> {
  const issueId = await createIssue(people.editor, {
    publicationId: idOf("publication", 0),
    series: "regular",
    periodFrom: null,
    periodTo: null,
  });
  const sections = await sectionsOf(issueId);
  const items = await db.item.findMany({
    where: { state: "submitted" },
    orderBy: { id: "desc" },
    take: entries,
    select: { id: true, version: true },
  });
  const entryIds: string[] = [];
  for (const [at, { id: itemId, version }] of items.entries()) {
    const sectionId = sections[at % sections.length]?.id ?? "";
    entryIds.push(await adopt(people.editor, { itemId, version, issueId, sectionId }));
  }
  return { issueId, entryIds };
}
