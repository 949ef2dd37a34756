import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { photograph } from "@/seeds/city/photographs";
import { createIssue } from "../../desk/issues";
import { takeImage } from "../../intake/images";
import { hashOf } from "../../press/content";
import { emptyDatabase, onDatabase } from "../../testing/database";
import { zipOf } from "../../testing/files/zip";
import { distributed } from "../../testing/issues";
import { type House, house } from "../../testing/people";
import { at, withPhotograph } from "../../testing/post";
import { publication as newPublication } from "../../testing/publications";
import { unpacked } from "../../text/files/zip";
import { takeAll } from "../import/takeAll";
import { hashOfBytes, type Manifest, manifestName } from "./manifest";
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
        "pages that are no PDF",
        "yearFileBroken",
        ({ issues: [one] }, _, entries) => {
          entries.set(one.pages, Buffer.from("<script>"));
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
