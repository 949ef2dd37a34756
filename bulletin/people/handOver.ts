import { createTransport } from "nodemailer";
import { createTranslator } from "use-intl/core";
import type { LinkPurpose } from "@/generated/prisma/enums";
import { addressOf, readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import zh from "@/messages/zh-CN";
import { senderOf } from "../post/mail";

const say = createTranslator({ locale: "zh-CN", messages: zh, namespace: "links.subjects" });

/** A link as whoever made it is shown it: for whom it is, until when it opens, and where it was sent. */
export type Given = { link: string; mailedTo?: string; name: string; account: string; office: string; until: Date };

type Holder = { name: string; account: string; email: string; office: { name: string } };

/**
 * A link on its way to its person: shown to whoever made it, this once, and sent as mail where there is a server and a
 * mailbox. A mail that does not go out is told by its absence: the link can be handed over all the same.
 */
export async function handOver(
  purpose: LinkPurpose,
  { token, expiresAt: until }: { token: string; expiresAt: Date },
  { name, account, email, office }: Holder,
): Promise<Given> {
  const env = readEnv();
  const link = new URL(`/link/${token}`, env.NEXTAUTH_URL ?? addressOf(env)).href;
  const given = { link, name, account, office: office.name, until };
  if (!env.SMTP_URL || !email) return given;
  const transport = createTransport(env.SMTP_URL);
  try {
    const message = { from: senderOf(env.SMTP_URL), to: email, subject: say(purpose), text: link };
    await transport.sendMail(message);
    return { ...given, mailedTo: email };
  } catch (error) {
    log.warn({ error }, "a link could not be sent as mail");
    return given;
  } finally {
    transport.close();
  }
}
