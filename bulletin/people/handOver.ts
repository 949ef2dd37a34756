import { createTransport } from "nodemailer";
import { createTranslator } from "use-intl/core";
import type { LinkPurpose } from "@/generated/prisma/enums";
import { addressOf, readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import zh from "@/messages/zh-CN";
import { senderOf } from "../post/mail";

const say = createTranslator({ locale: "zh-CN", messages: zh, namespace: "links.subjects" });

/**
 * A link on its way to its person: shown to whoever made it, this once, and sent as mail where there is a server and a
 * mailbox. A mail that does not go out is told by its absence: the link can be handed over all the same.
 */
export async function handOver(
  purpose: LinkPurpose,
  token: string,
  email: string,
): Promise<{ link: string; mailedTo?: string }> {
  const env = readEnv();
  const link = new URL(`/link/${token}`, env.NEXTAUTH_URL ?? addressOf(env)).href;
  if (!env.SMTP_URL || !email) return { link };
  const transport = createTransport(env.SMTP_URL);
  try {
    const message = { from: senderOf(env.SMTP_URL), to: email, subject: say(purpose), text: link };
    await transport.sendMail(message);
    return { link, mailedTo: email };
  } catch (error) {
    log.warn({ error: String(error) }, "a link could not be sent as mail");
    return { link };
  } finally {
    transport.close();
  }
}
