import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { photograph } from "@/seeds/city/photographs";
import { takeImage } from "../../intake/images";
import { newSetupCode, setUp, setupSchema } from "../../people/setup";
import { readingOf } from "../../post/readingOf";
import { ledger, ledgerFilter } from "../../press/ledger";
import { recall } from "../../press/recall";
import { voidIssue } from "../../press/signOff";
import { emptyDatabase, onDatabase } from "../../testing/database";
import { zipOf } from "../../testing/files/zip";
import { distributed, seenIssue, signed } from "../../testing/issues";
import { house } from "../../testing/people";
import { at, corrected, withPhotograph } from "../../testing/post";
import { publication as newPublication } from "../../testing/publications";
import { unpacked } from "../../text/files/zip";
import { unarchive } from "../import/address";
import { type Manifest, manifestName } from "./manifest";
import { isYearFile, YearFile } from "./read";
import { restoreYear } from "./restore";
import { writeYear } from "./write";

onDatabase();

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bianfa-year-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is written once for all tests. */
let shelf = "";
beforeAll(() => {
  shelf = mkdtempSync(path.join(tmpdir(), "bianfa-years-"));
});
afterAll(() => rmSync(shelf, { recursive: true, force: true }));

const limits = { entries: 1_000, each: 1e9, all: 1e9 };

async function entriesOf(file: string): Promise<Map<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  for await (const { name, bytes } of unpacked(file, limits, () => true)) entries.set(name, Buffer.from(bytes));
  return entries;
}

const moment = at("2026-05-11", "10:00");

/** A year with an issue that stands, one with a photograph that was corrected, one recalled, one void, one still here. */
async function aYear() {
  travel(moment);
  const people = await house();
  const publication = await newPublication({ name: "青禾周报", readers: [people.leader], runningTotal: true });
  await distributed(people, { publication });
  const { id: image } = await takeImage(people.writer, await photograph("bridge", 7));
  const pictured = await distributed(people, {
    publication,
    items: [await withPhotograph(people.writer, publication, image)],
  });
  await corrected(people, pictured);
  const wrong = await distributed(people, { publication });
  await recall(people.signer, { ...(await seenIssue(wrong)), reason: "数据有误" });
  const spoilt = await signed(people, { publication });
  await voidIssue(people.signer, { ...(await seenIssue(spoilt)), reason: "重排" });
  await signed(people, { publication });
  return { people, publication, image };
}

let written: ReturnType<typeof writeAYear> | undefined;

/** Its file, and what it was written of; the database is empty, and the day the same. */
async function fileOfAYear() {
  written ??= writeAYear();
  const all = await written;
  travel(moment);
  return all;
}

async function writeAYear() {
  const { people, image } = await aYear();
  const file = path.join(shelf, "a.zip");
  const counted = await writeYear(2026, file);
  const rows = (await db.issue.findMany({ orderBy: { id: "asc" } })).map(numbered);
  await emptyDatabase();
  return { file, counted, rows, image, editorId: people.editor.id };
}

describe("a year as one file", () => {
  it("read into an empty installation gives the same archive, and the same file again", async () => {
    const { file: first, counted, image, rows: ledgerBefore } = await fileOfAYear();
    expect(counted).toEqual({ issues: 5, notArchival: 0 });
    const before = await entriesOf(first);
    expect([...before.keys()]).toContain(`images/${image}.jpg`);

    const { editor } = await house();
    const file = await YearFile.open(first);
    expect(await restoreYear(null, file)).toEqual({ archived: 5, known: 0 });
    expect(await restoreYear(null, file)).toEqual({ archived: 0, known: 5 });
    file.close();
    const rows = await db.issue.findMany({ orderBy: { id: "asc" } });
    // What was signed and had not gone out is not of the archive.
    expect(rows.map(numbered)).toEqual(ledgerBefore.filter(({ number }) => number !== 5));
    expect(rows.map(({ state }) => state).sort()).toEqual(["archived", "archived", "corrected", "recalled", "void"]);
    for (const { id, state } of rows.filter((each) => each.contentHash))
      expect((await readingOf(editor, id)).state).toBe(state);
    expect(await db.delivery.count()).toBe(0);
    expect(await db.importedFile.count({ where: { type: "year", state: "archived" } })).toBe(1);

    const second = path.join(folder, "b.zip");
    await writeYear(2026, second);
    const after = await entriesOf(second);
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before].filter(([name, bytes]) => !after.get(name)?.equals(bytes)).map(([name]) => name);
    // The office that keeps it is another one; every issue, page and photograph is the same.
    expect(changed).toEqual(["index.html", manifestName]);
  });

  it("may come before the first visit, which then names the office that keeps it", async () => {
    const file = await YearFile.open((await fileOfAYear()).file);
    expect(await restoreYear(null, file)).toMatchObject({ archived: 5 });
    file.close();
    const code = await newSetupCode();
    const [systemAdmin, securityAdmin, auditor] = ["sysadmin", "secadmin", "auditor"].map((account) => ({
      ...{ account, name: "某某", password: "Yunchuan-2026" },
    }));
    const form = { code, office: "柳泉市政协办公室", shortName: "办公室", systemAdmin, securityAdmin, auditor };
    await setUp(setupSchema.parse(form));
    expect(await db.office.findMany({ select: { name: true } })).toEqual([{ name: "柳泉市政协办公室" }]);
    expect(await db.issue.count()).toBe(5);
  });

  it("holds PDF/A, data, and a table of contents that loads nothing", async () => {
    const entries = await entriesOf((await fileOfAYear()).file);
    const index = entries.get("index.html")?.toString() ?? "";
    expect(index).not.toMatch(/<script|https?:|src=/);
    expect(index).toContain("数据有误");
    for (const [, href = ""] of index.matchAll(/href="([^"]+)"/g))
      expect(entries.has(decodeURIComponent(href))).toBe(true);
    const pdf = [...entries].find(([name]) => name.endsWith(".pdf"))?.[1].toString("latin1") ?? "";
    expect(pdf).toMatch(/pdfaid:part>2|pdfaid:part="2"/);
    const manifest = JSON.parse(entries.get(manifestName)?.toString() ?? "") as Manifest;
    expect(manifest.files.map(({ path: each }) => each).sort()).toEqual(
      [...entries.keys()].filter((name) => name !== manifestName).sort(),
    );
  });

  it("of a year without issues is none", async () => {
    await aYear();
    expect(await writeYear(1999, path.join(folder, "a.zip"))).toBe("noIssues");
  });

  it("takes no name that is taken, and leaves nothing beside it", async () => {
    await aYear();
    const file = path.join(folder, "kept.zip");
    writeFileSync(file, "mine");
    expect(await writeYear(2026, file)).toBe("taken");
    expect([readFileSync(file, "utf8"), readdirSync(folder)]).toEqual(["mine", ["kept.zip"]]);
  });

  it("that was changed anywhere is refused at that place, and nothing of that issue is stored", async () => {
    const { file: out } = await fileOfAYear();
    const entries = [...(await entriesOf(out))];
    const data = entries.findIndex(([name]) => name.startsWith("data/"));
    const forged = entries.map(([name, bytes], index) => ({
      name,
      bytes: index === data ? Buffer.from(bytes.toString().replace("2026", "2025")) : bytes,
    }));
    const zip = zipOf(forged);
    expect(await isYearFile(zip)).toBe(true);
    await house();
    const file = await YearFile.open(zip);
    await expect(restoreYear(null, file)).rejects.toMatchObject({ key: "yearFileBroken" });
    file.close();
    const lacking = zipOf(forged.filter((_, index) => index !== data));
    await expect(YearFile.open(lacking)).rejects.toMatchObject({ key: "yearFileBroken" });
    const strange = [...entries.filter(([name]) => name !== manifestName), [manifestName, Buffer.from("{}")] as const];
    await expect(YearFile.open(zipOf(strange.map(([name, bytes]) => ({ name, bytes }))))).rejects.toMatchObject({
      key: "yearFileBroken",
    });
    expect(readFileSync(out).length).toBeGreaterThan(1000);
  });

  it("raises the numbers: what is signed next comes after it", async () => {
    const { file: out, editorId } = await fileOfAYear();
    const others = await house();
    const file = await YearFile.open(out);
    await restoreYear(null, file);
    file.close();
    const publication = await db.publication.findUniqueOrThrow({ where: { name: "青禾周报" } });
    expect(
      await db.counter.findMany({ where: { publicationId: publication.id }, orderBy: { series: "asc" } }),
    ).toMatchObject([
      { series: "regular", year: 2026, last: 4 },
      { series: "total", year: 0, last: 4 },
    ]);
    const book = await ledger(others.editor, ledgerFilter.parse({ publication: publication.id, year: 2026 }));
    expect(book.gaps).toEqual([]);
    // One that was read in by mistake gives its number back; the void one keeps its own.
    const last = await db.issue.findFirstOrThrow({ where: { state: "archived" }, orderBy: { number: "asc" } });
    await unarchive(others.editor, { id: last.id, version: last.version, reason: "重复" });
    const after = await ledger(others.editor, ledgerFilter.parse({ publication: publication.id, year: 2026 }));
    expect(after.gaps).toEqual([last.number]);
    expect(editorId).not.toBe(others.editor.id);
    // Brought once more it stands again under its number, with its text, and before nobody.
    const again = await YearFile.open(out);
    expect(await restoreYear(null, again)).toMatchObject({ archived: 1 });
    expect(await restoreYear(null, again)).toMatchObject({ archived: 0 });
    again.close();
    expect(await seen(last.id)).toMatchObject({ state: "archived", twin: 1, voidReason: null, content: last.content });
    expect((await ledger(others.editor, ledgerFilter.parse({ publication: publication.id, year: 2026 }))).gaps).toEqual(
      [],
    );
    expect((await readingOf(others.editor, last.id)).state).toBe("archived");
    expect(await db.delivery.count({ where: { issueId: last.id } })).toBe(0);
  });
});

function numbered({
  id,
  series,
  year,
  number,
  total,
  edition,
  date,
  contentHash,
  state,
}: Awaited<ReturnType<typeof seen>>) {
  const hasText = state !== "void" && state !== "recalled";
  return { id, series, year, number, total, edition, date, contentHash: hasText ? contentHash : null };
}

const seen = (id: string) => db.issue.findUniqueOrThrow({ where: { id } });
