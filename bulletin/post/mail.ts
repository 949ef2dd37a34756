import { createTransport } from "nodemailer";
import type { Prisma } from "@/generated/prisma/client";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { addressOf, readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { administrators } from "../policy";
import { asNotice, noticeSelect } from "./notices";
import { isQuiet, postSettings } from "./settings";
import { subjectOf } from "./subject";

/** What nobody read within a day is no news any more; it stays on the page of notices. */
const newsFor = 86_400_000;
/** So many in one run: the next one, a minute later, has its turn as well. */
const most = 200;

/**
 * Sends what is due as mail, where SMTP_URL is set: a subject and a link, nothing of any text. In quiet
 * hours none; what was read in the meantime needs none. Each is sent, then noted: a process killed in
 * between sends one of them twice, and loses none. Returns how many were sent.
 */
export async function sendMail(atOnce = most): Promise<number> {
  const env = readEnv();
  if (!env.SMTP_URL || isQuiet(await postSettings(), now())) return 0;
  await db.notice.updateMany({
    where: { mailDue: true, OR: [{ readAt: { not: null } }, { at: { lt: new Date(now().getTime() - newsFor) } }] },
    data: { mailDue: false },
  });
  const transport = createTransport(env.SMTP_URL);
  const base = env.NEXTAUTH_URL ?? addressOf(env);
  let sent = 0;
  try {
    for await (const { account, ...row } of due(atOnce)) {
      if (sent === atOnce) break;
      const notice = asNotice(row);
      const url = new URL(notice.href, base).href;
      try {
        await transport.sendMail({
          from: senderOf(env.SMTP_URL),
          to: account.email,
          subject: subjectOf(notice),
          text: url,
        });
      } catch (error) {
        if (!isOfThisMail(error)) throw error;
        // An address that the server refuses must not hold up the others; it is tried again within the day.
        log.warn({ error, notice: notice.id }, "a mail could not be sent");
        continue;
      }
      await db.notice.update({ where: { id: notice.id }, data: { mailDue: false } });
      sent += 1;
    }
  } finally {
    transport.close();
  }
  return sent;
}

/** Whoever has become an administrator since is told nothing more (notices.ts). */
const reachable: Prisma.AccountWhereInput = {
  ...{ disabledAt: null, mailNotices: true, email: { not: "" } },
  roles: { none: { role: { in: [...administrators] } } },
};

/** Oldest first, beyond those that the server refuses as well: they stay due, and would stand before all others. */
async function* due(atOnce: number) {
  let behind: Prisma.NoticeWhereInput = {};
  for (;;) {
    const rows = await db.notice.findMany({
      where: { AND: [{ mailDue: true, account: reachable }, behind] },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      take: atOnce,
      select: { ...noticeSelect, account: { select: { email: true } } },
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    behind = { OR: [{ at: { gt: last.at } }, { at: last.at, id: { gt: last.id } }] };
  }
}

/** The server's answer to one address or text; where it is away altogether, the others need not be tried. */
function isOfThisMail(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["EENVELOPE", "EMESSAGE"].includes(String(error.code));
}

/** The account at the mail server, if it is an address; otherwise bianfa at that server. */
export function senderOf(smtpUrl: string): string {
  const { username, hostname } = new URL(smtpUrl);
  const name = decodeURIComponent(username);
  return `编发 <${name.includes("@") ? name : `bianfa@${hostname}`}>`;
}
