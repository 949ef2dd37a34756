import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import type { Actor } from "@/lib/actor";
import { fromColumn } from "@/lib/dates";
import { db, inTransaction, inTurn } from "@/lib/db";
import { record } from "../events";
import { ask, has } from "../policy";

/** Where the chain stood on a day. */
export type Anchor = { day: string; eventId: bigint; place: bigint; hash: string };

export const anchorsFile = "bianfa-anchors.txt";

/** All anchors, the oldest first. */
export async function allAnchors(): Promise<Anchor[]> {
  const rows = await db.eventAnchor.findMany({ orderBy: { day: "asc" } });
  return rows.map(({ day, eventId, place, hash }) => ({
    day: fromColumn(day),
    eventId,
    place,
    hash: Buffer.from(hash).toString("hex"),
  }));
}

/** The same as text, for the auditor; that it was taken out is recorded like any file (decision 0014). */
export async function anchorsForAuditor(actor: Actor): Promise<string> {
  ask(has(actor, "auditor"));
  await inTransaction((tx) => record(tx, actor, "exportAnchors"));
  return (await allAnchors()).map(anchorLine).join("");
}

/** A line of the file: day, number of the last line, how many lines, hash. */
function anchorLine({ day, eventId, place, hash }: Anchor): string {
  return `${day} ${eventId} ${place} ${hash}\n`;
}

/** The anchors of a file; a line that is none is refused by its number. */
export function readAnchors(text: string): Anchor[] | { badLine: number } {
  const anchors: Anchor[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    const found = /^(\d{4}-\d\d-\d\d) (\d{1,18}) (\d{1,18}) ([0-9a-f]{64})$/.exec(line.trim());
    if (!found) return { badLine: at + 1 };
    const [, day = "", eventId = "", place = "", hash = ""] = found;
    anchors.push({ day, eventId: BigInt(eventId), place: BigInt(place), hash });
  }
  return anchors;
}

/**
 * Appends to the file in the folder the anchors that are not in it yet, those of days on which the folder was
 * away as well. What stands in it is never written over. Two workers at once write each line once.
 */
export async function keepAnchors(folder: string): Promise<void> {
  await inTransaction(async (tx) => {
    await inTurn(tx, "anchors");
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, anchorsFile);
    const text = await readFile(file, "utf8").catch((error: { code?: string }) => {
      if (error.code === "ENOENT") return "";
      throw error;
    });
    const last = text.trimEnd().split("\n").at(-1)?.slice(0, 10) ?? "";
    const lines = (await allAnchors()).filter(({ day }) => day > last).map(anchorLine);
    if (!lines.length) return;
    const handle = await open(file, "a", 0o640);
    try {
      // A line that was cut off, as by a full disk, stays as it is; the next begins on a line of its own.
      await handle.appendFile((text && !text.endsWith("\n") ? "\n" : "") + lines.join(""));
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}
