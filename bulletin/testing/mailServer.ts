import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach } from "vitest";
import type { Actor } from "@/lib/actor";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import type { House } from "./people";
import { distributedWith, to } from "./post";

export type Mail = { to: string[]; from: string; subject: string; text: string; raw: string };

type Server = Awaited<ReturnType<typeof mailServer>>;

/**
 * Gives each test of the file a mail server of its own, which refuses what is sent to "nowhere", and a
 * Friday morning, when mail goes out.
 */
export function onMailServer(): () => Server {
  const kept = { SMTP_URL: process.env.SMTP_URL, NEXTAUTH_URL: process.env.NEXTAUTH_URL };
  let server: Server | undefined;
  beforeEach(async () => {
    server = await mailServer((address) => address.startsWith("nowhere@"));
    process.env.SMTP_URL = server.url;
    process.env.NEXTAUTH_URL = "https://bianfa.example.cn";
    travel(new Date("2026-11-20T10:00:00+08:00"));
  });
  afterEach(async () => {
    await server?.close();
    for (const [name, value] of Object.entries(kept)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  return () => server as Server;
}

/** A mail server on this machine that keeps what it is sent, and refuses the addresses that it is told to. */
async function mailServer(refuses: (address: string) => boolean = () => false) {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _, answer) => {
      if (!refuses(address)) return answer();
      answer(Object.assign(new Error("no such mailbox"), { responseCode: 550 }));
    },
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        mails.push({ to, from, ...read(Buffer.concat(chunks).toString("utf8")) });
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { mails, url: `smtp://127.0.0.1:${port}`, close };
}

function read(raw: string): Pick<Mail, "subject" | "text" | "raw"> {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const [, subject = ""] = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head) ?? [];
  const text = body.join("\r\n\r\n").trim();
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(head);
  return { subject: decoded(subject), text: isBase64 ? Buffer.from(text, "base64").toString() : text, raw };
}

/** Of RFC 2047, what Chinese subjects are written in. */
function decoded(header: string): string {
  const joined = header.replace(/\r\n[ \t]/g, " ").replace(/(\?=)\s+(=\?)/g, "$1$2");
  return joined.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, given: string) =>
    how.toUpperCase() === "B"
      ? Buffer.from(given, "base64").toString()
      : Buffer.from(
          given
            .replace(/_/g, " ")
            .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1",
        ).toString(),
  );
}

export async function reachable(actor: Actor, email: string): Promise<void> {
  await db.account.update({ where: { id: actor.id }, data: { email } });
}

/** Both readers have an address, and an issue has just gone out to them. */
export async function outByMail(people: House): Promise<string> {
  await reachable(people.leader, "one@example.cn");
  await reachable(people.leader2, "two@example.cn");
  const readers = [people.leader.id, people.leader2.id];
  return distributedWith(people, [{ label: "报", addressees: [to("主席", readers)] }]);
}
