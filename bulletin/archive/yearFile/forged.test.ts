import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { photograph } from "@/seeds/city/photographs";
import { createIssue } from "../../desk/issues";
import { takeImage } from "../../intake/images";
import { hashOf } from "../../press/content";
import { correct } from "../../press/correct";
import { emptyDatabase, onDatabase } from "../../testing/database";
import { zipOf } from "../../testing/files/zip";
import { distributed } from "../../testing/issues";
import { type House, house } from "../../testing/people";
import { at, withPhotograph } from "../../testing/post";
import { publication as newPublication } from "../../testing/publications";
import { unpacked } from "../../text/files/zip";
import { takeAll } from "../import/takeAll";
import { hashOfBytes, type Manifest, manifestName } from "./manifest";
import { YearFile } from "./read";
import { restoreYear } from "./restore";
import { writeYear } from "./write";

onDatabase();

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bianfa-year-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Entries = Map<string, Buffer>;
// biome-ignore lint/suspicious/noExplicitAny: what is forged has any shape
type Forger = (manifest: any, content: any, entries: Entries) => void;

/** The file of a year of one issue with a photograph, as it was written. */
async function aYear(): Promise<Entries> {
  travel(at("2026-05-11", "10:00"));
  const people = await house();
  const publication = await newPublication({ name: "青禾周报", readers: [people.leader] });
  const { id: image } = await takeImage(people.writer, await photograph("bridge", 7));
  await distributed(people, { publication, items: [await withPhotograph(people.writer, publication, image)] });
  const out = path.join(folder, "a.zip");
  await writeYear(2026, out);
  const entries: Entries = new Map();
  const limits = { entries: 100, each: 1e9, all: 1e9 };
  for await (const { name, bytes } of unpacked(out, limits, () => true)) entries.set(name, Buffer.from(bytes));
  // Of the present year it would be the operator's.
  travel(at("2027-01-11", "10:00"));
  return entries;
}

/** The same file changed by somebody who can compute a hash. */
function forged(year: Entries, change: Forger): Uint8Array {
  const entries = new Map(year);
  const manifest = JSON.parse(String(entries.get(manifestName))) as Manifest;
  const [issue] = manifest.issues;
  const data = issue?.data ?? "";
  const content = JSON.parse(String(entries.get(data)));
  change(manifest, content, entries);
  entries.set(data, Buffer.from(JSON.stringify(content)));
  if (issue) issue.contentHash = hashOf(content);
  for (const file of manifest.files) file.hash = hashOfBytes(entries.get(file.path) ?? Buffer.alloc(0));
  entries.set(manifestName, Buffer.from(JSON.stringify(manifest)));
  return zipOf([...entries].map(([name, bytes]) => ({ name, bytes })));
}

async function brought({ editor }: House, bytes: Uint8Array) {
  const results = [];
  for await (const each of takeAll(editor, { name: "2026.zip", bytes })) results.push(each);
  return results;
}

const firstEntry = (content: { sections: { entries: { id: string; headline: string[] }[] }[] }) =>
  content.sections[0]?.entries[0] ?? { id: "", headline: [] };

describe("a forged file of a year", () => {
  it("is refused wherever it could do harm, and leaves nothing", async () => {
    const year = await aYear();
    await emptyDatabase();
    const people = await house();
    const forgeries: [string, string, Forger][] = [
      [
        "a number that no counter holds",
        "yearFileBroken",
        ({ issues: [one] }, c) => {
          one.number = c.number = 2_147_483_647;
        },
      ],
      [
        "a number beyond all",
        "yearFileBroken",
        ({ issues: [one] }, c) => {
          one.number = c.number = 1e12;
        },
      ],
      [
        "another year",
        "yearFileBroken",
        ({ issues: [one] }, c) => {
          one.year = c.year = 2031;
        },
      ],
      [
        "a text of another number",
        "yearFileBroken",
        (_, c) => {
          c.number = 7;
        },
      ],
      [
        "a day that is none",
        "yearFileBroken",
        ({ issues: [one] }, c) => {
          one.date = c.date = "2026-99-99";
        },
      ],
      [
        "a NUL in a headline",
        "yearFileBroken",
        (_, c) => {
          firstEntry(c).headline = ["甲\0乙"];
        },
      ],
      [
        "half a character",
        "yearFileBroken",
        (_, c) => {
          firstEntry(c).headline = ["甲\ud800"];
        },
      ],
      [
        "a state of the life of issues",
        "yearFileBroken",
        ({ issues: [one] }) => {
          one.state = "distributed";
        },
      ],
      [
        "an entry that stands twice",
        "yearFileBroken",
        (_, c) => {
          c.sections.push({ ...c.sections[0], title: "再" });
        },
      ],
      [
        "a running total that its text has not",
        "yearFileBroken",
        ({ issues: [one] }) => {
          one.total = 9_999_999;
        },
      ],
      [
        "a last number that its text has not",
        "yearFileBroken",
        ({ issues: [one] }) => {
          one.lastNumber = 99_999;
        },
      ],
      [
        "no text",
        "yearFileBroken",
        ({ issues: [one] }) => {
          one.data = one.contentHash = null;
        },
      ],
      [
        "a text that two issues name",
        "yearFileBroken",
        ({ issues }) => {
          issues.push({ ...issues[0], id: "9b2d3c1e-0000-4000-8000-000000000009", pages: null });
        },
      ],
      [
        "a void number",
        "yearFileOperator",
        ({ issues }) => {
          issues.push(voidOne(issues[0], 2));
        },
      ],
      [
        "a recalled number",
        "yearFileOperator",
        ({ issues }) => {
          issues.push({ ...voidOne(issues[0], 2), state: "recalled" });
        },
      ],
      [
        "a number that was corrected",
        "yearFileOperator",
        ({ issues: [one] }) => {
          one.state = "corrected";
        },
      ],
      [
        "a photograph that is none",
        "yearFileBroken",
        (_, __, entries) => {
          for (const name of entries.keys()) if (name.startsWith("images/")) entries.set(name, Buffer.from("GIF89a"));
        },
      ],
      [
        "an imprint of another shape",
        "yearFileBroken",
        ({ publications: [one] }) => {
          one.imprint = { editors: 5 };
        },
      ],
      [
        "page settings of another shape",
        "yearFileBroken",
        ({ publications: [one] }) => {
          one.page = { red: "url(x)" };
        },
      ],
      [
        "a publication without a name",
        "yearFileBroken",
        ({ publications: [one] }) => {
          one.name = "";
        },
      ],
      [
        "a path out of the file",
        "yearFileBroken",
        ({ issues: [one] }) => {
          one.data = "../../etc/passwd";
        },
      ],
      [
        "a later version of another shape",
        "yearFileLater",
        (manifest) => {
          manifest.version = 2;
          manifest.issues = "elsewhere";
        },
      ],
      [
        "a classified text",
        "classified",
        (_, c) => {
          firstEntry(c).headline = ["机密★1年"];
        },
      ],
    ];
    const outcomes = [];
    for (const [name, , change] of forgeries) {
      const [one] = await brought(people, forged(year, change));
      outcomes.push([name, one && "refusal" in one ? one.refusal.key : JSON.stringify(one)]);
      expect(await db.issue.count(), name).toBe(0);
    }
    expect(outcomes).toEqual(forgeries.map(([name, key]) => [name, key]));
    expect(await db.image.count()).toBe(0);
    expect(
      await brought(
        people,
        forged(year, () => {}),
      ),
    ).toMatchObject([{ archived: 1, known: 0 }]);
  });

  it("cannot take the place of an issue, an entry or a photograph that is here", async () => {
    const year = await aYear();
    const people = await house();
    const other = await newPublication();
    const issueId = await distributed(people, { publication: other });
    const { id: entryId } = await db.entry.findFirstOrThrow({ where: { issueId } });
    const { id: imageId } = await takeImage(people.writer, await photograph("bridge", 9));
    const images = (content: unknown) => JSON.stringify(content).match(/"image":"([^"]+)"/)?.[1] ?? "";
    const forgeries: Forger[] = [
      ({ issues: [one] }) => {
        one.id = issueId;
      },
      ({ issues: [one] }, content) => {
        one.id = "9b2d3c1e-0000-4000-8000-000000000001";
        one.number = content.number = 77;
        firstEntry(content).id = entryId;
      },
      ({ issues: [one], files }, content, entries) => {
        one.id = "9b2d3c1e-0000-4000-8000-000000000002";
        one.number = content.number = 78;
        firstEntry(content).id = "9b2d3c1e-0000-4000-8000-000000000003";
        const was = images(content);
        for (const entry of content.sections[0].entries)
          for (const block of entry.blocks) if (block.image === was) block.image = imageId;
        const file = files.find((each: { path: string }) => each.path === `images/${was}.jpg`);
        entries.set(`images/${imageId}.jpg`, entries.get(file.path) as Buffer);
        file.path = `images/${imageId}.jpg`;
      },
    ];
    const before = await db.issue.count();
    for (const change of forgeries) {
      const [one] = await brought(people, forged(year, change));
      expect(one && "refusal" in one && one.refusal.key).toBe("yearFileBroken");
    }
    expect(await db.issue.count()).toBe(before);
  });
});

/** A number of the same publication without a text. */
function voidOne<T extends object>(one: T, number: number) {
  const none = { contentHash: null, data: null, pages: null, date: null };
  return { ...one, ...none, id: "9b2d3c1e-0000-4000-8000-000000000007", state: "void", reason: "重排", number };
}

/** The same number in a later edition, with entries of its own. */
function withLater(of: { edition: number; corrects: string | null }): Forger {
  return (manifest, content, entries) => {
    const later = structuredClone({ ...content, edition: of.edition });
    for (const { entries: all } of later.sections) for (const entry of all) entry.id = randomUUID();
    const data = "data/later.json";
    entries.set(data, Buffer.from(JSON.stringify(later)));
    manifest.files.push({ path: data, size: 1, hash: "" });
    const [one] = manifest.issues;
    manifest.issues.push({ ...one, ...of, id: randomUUID(), data, pages: null, contentHash: hashOf(later) });
  };
}

async function byOperator(bytes: Uint8Array) {
  const file = await YearFile.open(bytes);
  try {
    return await restoreYear(null, file);
  } finally {
    file.close();
  }
}

describe("what cannot be taken out again", () => {
  it("is of the present year refused to an editor, before anything is founded", async () => {
    const bytes = forged(await aYear(), () => {});
    await emptyDatabase();
    travel(at("2026-12-31", "23:00"));
    const [one] = await brought(await house(), bytes);
    expect(one && "refusal" in one && one.refusal.key).toBe("yearFileOperator");
    expect([await db.publication.count({ where: { name: "青禾周报" } }), await db.importedFile.count()]).toEqual([
      0, 0,
    ]);
  });

  it("is the operator's to restore, as far as numbers can be given without being issued", async () => {
    const year = await aYear();
    await emptyDatabase();
    const leap = ({ issues }: Manifest, number: number) => {
      issues.push(voidOne(issues[0] as never, number));
    };
    await expect(byOperator(forged(year, (manifest) => leap(manifest, 99_999)))).rejects.toMatchObject({
      key: "yearFileBroken",
    });
    expect([await db.issue.count(), await db.counter.count(), await db.publication.count()]).toEqual([0, 0, 0]);
    expect(await byOperator(forged(year, (manifest) => leap(manifest, 3)))).toMatchObject({ archived: 2 });
    expect(await db.counter.findMany()).toMatchObject([{ series: "regular", year: 2026, last: 3 }]);
    expect(await db.issue.count({ where: { importId: null } })).toBe(0);
  });

  it("leaves what was given out here to be corrected here", async () => {
    const year = await aYear();
    const before = await db.issue.findFirstOrThrow();
    const corrects = forged(year, withLater({ edition: 2, corrects: before.id }));
    await expect(byOperator(corrects)).rejects.toMatchObject({ key: "yearFileBroken" });
    expect(await db.issue.count()).toBe(1);
    // The edition that ours would be is not taken either.
    const { id } = await db.account.findFirstOrThrow({ where: { roles: { some: { role: "editor" } } } });
    const editor: Actor = { id, roles: ["editor"] } as never;
    const [one] = await brought({ editor } as House, forged(year, withLater({ edition: 3, corrects: null })));
    expect(one).toMatchObject({ archived: 1, known: 1 });
    const ours = await correct(editor, { id: before.id, reason: "更正" });
    expect(await db.issue.findUnique({ where: { id: ours } })).toMatchObject({ edition: 4 });
  });

  it("has the pages of its text, whatever pages the file holds; the operator's are kept as they were signed", async () => {
    const year = await aYear();
    const pages = [...year.keys()].find((name) => name.endsWith(".pdf")) ?? "";
    await emptyDatabase();
    expect(
      await brought(
        await house(),
        forged(year, () => {}),
      ),
    ).toMatchObject([{ archived: 1 }]);
    expect(await db.issueFile.count()).toBe(0);
    await emptyDatabase();
    const script: Forger = (_, __, entries) => entries.set(pages, Buffer.from("<script>"));
    await expect(byOperator(forged(year, script))).rejects.toMatchObject({ key: "yearFileBroken" });
    await byOperator(forged(year, () => {}));
    expect(await db.issueFile.findFirst()).toMatchObject({ hash: hashOfBytes(year.get(pages) as Buffer) });
  });
});

describe("a manifest beyond all sense", () => {
  it("is refused before it is unpacked", async () => {
    const bytes = zipOf([
      { name: manifestName, bytes: Buffer.alloc(41 * 1_048_576, " ") },
      { name: "index.html", bytes: Buffer.from("") },
    ]);
    // Whoever unpacked it would find it damaged.
    bytes.fill(0xff, 60, 80);
    await expect(YearFile.open(bytes)).rejects.toMatchObject({ key: "yearFileBroken" });
  });
});

describe("a year that was restored", () => {
  it("by two at once stands once", async () => {
    const bytes = forged(await aYear(), () => {});
    await emptyDatabase();
    const people = await house();
    const both = await Promise.all([brought(people, bytes), brought(people, bytes)]);
    expect(both.flat().map((each) => "archived" in each && each.archived + each.known)).toEqual([1, 1]);
    expect(await db.issue.count()).toBe(1);
  });

  it("enters in the record what it founded", async () => {
    const bytes = forged(await aYear(), () => {});
    await emptyDatabase();
    const people = await house();
    await brought(people, bytes);
    expect(await db.event.count({ where: { act: "enterPublication", actorId: people.editor.id } })).toBe(1);
  });

  it("gives the next issue neither its imprint nor its lists", async () => {
    const bytes = forged(await aYear(), (_, content) => {
      content.imprint.editors = "十年前的编辑";
    });
    await emptyDatabase();
    const people = await house();
    await brought(people, bytes);
    const publication = await db.publication.findUniqueOrThrow({ where: { name: "青禾周报" } });
    const id = await createIssue(people.editor, {
      ...{ publicationId: publication.id, series: "regular", periodFrom: null, periodTo: null },
    });
    const { imprint } = await db.issue.findUniqueOrThrow({ where: { id } });
    expect(imprint).toMatchObject({ editors: "邵文清" });
  });
});
