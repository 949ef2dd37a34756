import { db } from "@/lib/db";
import { listen } from "@/lib/live";
import { log } from "@/lib/log";
import { asNotice, type Notice, noticeSelect } from "./notices";

/** Called with what is new; with null where something may have been missed and is to be read again. */
type Tell = (notice: Notice | null) => void;

// One ear a process, however many browsers it serves: Next evaluates modules anew on each change in development.
const kept = globalThis as { bianfaNoticeLines?: { open: Map<string, Set<Tell>>; ear?: Promise<unknown> } };
kept.bianfaNoticeLines ??= { open: new Map() };
const lines = kept.bianfaNoticeLines;

/**
 * Tells an account's open pages of its notices as they come, from whichever process. An act that tells
 * 5,000 people is one NOTIFY, and here one query for those of them who are connected. Returns what closes the line.
 */
export async function openNoticeLine(accountId: string, tell: Tell): Promise<() => void> {
  const tells = lines.open.get(accountId) ?? new Set();
  lines.open.set(accountId, tells.add(tell));
  const close = () => {
    tells.delete(tell);
    if (!tells.size && lines.open.get(accountId) === tells) lines.open.delete(accountId);
  };
  try {
    lines.ear ??= listen(ear);
    await lines.ear;
  } catch (error) {
    // The next page that opens a line tries again.
    lines.ear = undefined;
    close();
    throw error;
  }
  return close;
}

/** One after the other, so that what was told first is shown first. */
let heard = Promise.resolve();
function ear(topic: string): void {
  heard = heard.then(() => hear(topic));
}

async function hear(topic: string): Promise<void> {
  if (topic === "*") return tellAll();
  if (!topic.startsWith("notices:")) return;
  try {
    const rows = await db.notice.findMany({
      where: { batch: topic.slice("notices:".length), accountId: { in: [...lines.open.keys()] } },
      select: noticeSelect,
    });
    for (const row of rows) for (const tell of lines.open.get(row.accountId) ?? []) say(tell, asNotice(row));
  } catch (error) {
    log.warn({ error }, "notices could not be read, pages read again by themselves");
    tellAll();
  }
}

function tellAll(): void {
  for (const tells of lines.open.values()) for (const tell of tells) say(tell, null);
}

/** A page that has gone away meanwhile is no reason for the others to hear nothing. */
function say(tell: Tell, notice: Notice | null): void {
  try {
    tell(notice);
  } catch (error) {
    log.warn({ error }, "a page could not be told");
  }
}
