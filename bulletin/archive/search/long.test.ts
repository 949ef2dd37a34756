import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../../testing/database";
import { distributed } from "../../testing/issues";
import { house } from "../../testing/people";
import { count } from "./counts";
import { gramsOf } from "./normal";
import { wantedSchema } from "./wanted";

onDatabase();

/** As many different characters side by side as no text has: each pair is a word of the index. */
function varied(length: number): string {
  let state = 9704;
  const next = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state;
  };
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + (next() % 20_000))).join("");
}

describe("a text with more words than an index holds of one", () => {
  it("is kept, and found by what stands in its first part", async () => {
    const people = await house();
    const issueId = await distributed(people);
    const section = await db.issueSection.findFirstOrThrow({ where: { issueId } });
    const text = `某处独有的开头，龥龣龥。${varied(400_000)}`;
    const blocks = [{ type: "paragraph", runs: [{ text }] }];
    const issue = await db.issue.create({
      data: {
        publicationId: people.publication.id,
        ...{ year: 2024, state: "compiling", lists: [], imprint: {}, createdAt: new Date(), updatedAt: new Date() },
      },
    });
    await db.entry.create({
      data: {
        ...{ issueId: issue.id, sectionId: section.id, kind: "story", headline: ["长文"], order: 1, blocks },
      },
    });
    const total = async (q: string) => (await count(people.editor, wantedSchema.parse({ q }))).total;
    expect(await total("独有的开头")).toBe(1);
    expect(await total("龥龣龥")).toBe(1);
    // Each word that it is found by stands in it.
    const [row] = await db.$queryRaw<{ words: string[]; body: string }[]>`
      SELECT tsvector_to_array("searchVector"(tokens, body)) AS words, body FROM "SearchDocument"
      WHERE "refId" IN (SELECT id FROM "Entry" WHERE "issueId" = ${issue.id}::uuid)`;
    const there = new Set((row?.body ?? "").split("\n").flatMap((line) => [...line, ...gramsOf(line)]));
    const strays = row?.words.filter((word) => !word.startsWith("~") && !there.has(word));
    expect(strays).toEqual([]);
    expect(new Set(row?.words).size).toBe(row?.words.length);
  });
});
