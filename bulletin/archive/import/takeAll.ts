import { open, readFile, stat } from "node:fs/promises";
import type { Actor } from "@/lib/actor";
import { Refusal } from "@/lib/refusal";
import { ask, has } from "../../policy";
import { maxFileBytes } from "../../text/files/limits";
import { isZip } from "../../text/files/read";
import { namesIn, unpacked } from "../../text/files/zip";
import { isYearFile, YearFile } from "../yearFile/read";
import { type Restored, restoreYear } from "../yearFile/restore";
import { type Taken, takeIn } from "./take";

/** A year's folder of bulletins: what is more is brought in parts. */
const limits = { entries: 5_000, each: maxFileBytes, all: 1024 * 1_048_576 };
const deepest = 200;

export type YearTaken = Restored & { name: string; year: number };
export type Result = Taken | YearTaken | { name: string; refusal: Refusal };

/**
 * Takes a file in, or each of those in a .zip, one after the other: one that cannot be read is named with
 * the reason and does not hold up the next. A .docx is a zip too, and is taken as a Word file; the file of
 * a year (yearFile/) goes into the archive at once.
 */
export async function* takeAll(actor: Actor, file: { name: string; bytes: Uint8Array }): AsyncGenerator<Result> {
  ask(has(actor, "editor"));
  yield* takeEach(actor, shortened(file.name), file.bytes);
}

/** As `takeAll`; by nobody, and of a path, where it is the operator who brings it. */
export async function* takeEach(by: Actor | null, name: string, source: Uint8Array | string): AsyncGenerator<Result> {
  try {
    const isPacked = typeof source === "string" ? await startsAsZip(source) : isZip(source);
    if (isPacked && (await isYearFile(source))) yield await yearTaken(by, name, source);
    else for await (const each of filesIn(name, source)) yield await taken(by, each);
  } catch (error) {
    if (!(error instanceof Refusal) || error.isTrespass) throw error;
    yield { name, refusal: error };
  }
}

async function yearTaken(by: Actor | null, name: string, source: Uint8Array | string): Promise<YearTaken> {
  const file = await YearFile.open(source);
  try {
    return { name, year: file.manifest.year, ...(await restoreYear(by, file, name)) };
  } finally {
    file.close();
  }
}

async function taken(by: Actor | null, file: { name: string; bytes: Uint8Array }): Promise<Result> {
  try {
    return await takeIn(by, file);
  } catch (error) {
    if (error instanceof Refusal && !error.isTrespass) return { name: file.name, refusal: error };
    throw error;
  }
}

/** The file itself, or those in it where it is a .zip; of a path they are read one by one, so that gigabytes are never in memory. */
export async function* filesIn(
  name: string,
  source: Uint8Array | string,
): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  // A folder may be called word as well.
  const isWord = async () => (await namesIn(source, limits)).some((each) => /^\[Content_Types\]\.xml$/i.test(each));
  const isPacked = typeof source === "string" ? await startsAsZip(source) : isZip(source);
  if (isPacked && !(await isWord())) {
    for await (const inner of unpacked(source, limits, isWanted))
      yield { name: `${name}／${shortened(inner.name)}`, bytes: inner.bytes };
    return;
  }
  yield { name, bytes: typeof source === "string" ? await wholeOf(source) : source };
}

async function startsAsZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return isZip(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** What is too large is refused unread. */
async function wholeOf(path: string): Promise<Uint8Array> {
  if ((await stat(path)).size > maxFileBytes)
    throw new Refusal("fileTooLarge", { field: "file", values: { max: maxFileBytes / 1_048_576 } });
  return new Uint8Array(await readFile(path));
}

/** Not what systems leave beside files: __MACOSX, .DS_Store, ~$ of an open Word file. */
function isWanted(name: string): boolean {
  return !/(^|\/)(__MACOSX\/|\.[^./]|~\$|Thumbs\.db$)/i.test(name);
}

/** A name as it is shown; one that climbs out of its folder is shown without the climbing. */
function shortened(name: string): string {
  const parts = name.split(/[\\/]/).filter((part) => part && part !== "." && part !== "..");
  return [...parts.join("/")].slice(-deepest).join("");
}
