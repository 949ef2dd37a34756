import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { ask, has } from "../policy";
import { keepAnchors } from "./anchors";

const batch = 5_000;

/**
 * Closes the chain over what can be closed, and notes once a day where it stands. The database writes both
 * itself; lines of acts that are just being written wait for the next time.
 */
export async function seal(): Promise<number> {
  let sealed = 0;
  for (let count = batch; count === batch; sealed += count) {
    const [row] = await db.$queryRaw<{ count: number }[]>`SELECT "sealEvents"(${batch}::int) AS count`;
    count = row?.count ?? 0;
  }
  return sealed;
}

/** What the worker does every minute: a day's anchor is made by the first run of the day that finds a seal. */
export async function sealAndAnchor(): Promise<void> {
  await seal();
  const [row] = await db.$queryRaw<{ made: number }[]>`SELECT "anchorEvents"() AS made`;
  if (row?.made) log.info("the record's anchor of the day is made");
  const folder = process.env.BIANFA_ANCHORS;
  if (folder) await keepAnchors(folder).catch((error) => Promise.reject(asSentence(folder, error)));
}

/** What hinders the file, in words for whoever reads the log; what the database says stays as it is. */
function asSentence(folder: string, error: { code?: string; syscall?: string }): unknown {
  if (!error.syscall) return error;
  const hint = error.code === "EROFS" ? ": name it under ReadWritePaths= of the unit" : "";
  return new Error(`the anchor cannot be written to BIANFA_ANCHORS, ${folder} (${error.code})${hint}`, {
    cause: error,
  });
}

/** How far the chain reaches, how many lines wait, and where it stood in the last days: for the auditor. */
export async function chainFor(actor: Actor) {
  ask(has(actor, "auditor"));
  const last = await db.eventSeal.findFirst({ orderBy: { eventId: "desc" } });
  const [waiting, anchors] = await Promise.all([
    db.event.count({ where: { id: { gt: last?.eventId ?? 0 } } }),
    db.eventAnchor.findMany({ orderBy: { day: "desc" }, take: 7 }),
  ]);
  return { last, waiting, anchors };
}
