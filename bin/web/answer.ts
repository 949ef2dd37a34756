import type { IncomingHttpHeaders } from "node:http";
import { languageCookie } from "../../lib/languages.ts";
import { web as en } from "../../messages/en/web.ts";
import { web as zh } from "../../messages/zh-CN/web.ts";
import { serverLimits } from "./limits.ts";
import type { Outgoing } from "./outgoing.ts";

/** What the server refuses by itself, each with its own sentence and status. */
export const refusals = {
  malformed: 400,
  elsewhere: 403,
  method: 405,
  slow: 408,
  tooLarge: 413,
  noBody: 413,
  compressed: 415,
  headers: 431,
  failed: 500,
  busy: 503,
  receiving: 503,
} as const;

export type Refused = keyof typeof refusals;

type Wishes = { asJson?: boolean; max?: string; linger?: number };

/** Answers with a sentence in the person's language; to a script of ours that sends a file, as the object it reads. */
export function refuse(response: Outgoing, why: Refused, { asJson = false, max = "", linger }: Wishes = {}): void {
  const sentence = sentenceOf(why, languageOf(response.req.headers)).replace("{max}", max);
  const rest = response.req.refuse();
  const timeout = linger ?? serverLimits.lingerTime;
  response.give(
    refusals[why],
    { ...headersOf(why), "content-type": asJson ? "application/json; charset=utf-8" : "text/plain; charset=utf-8" },
    asJson ? JSON.stringify({ sentence }) : `${sentence}\n`,
    Promise.race([rest, new Promise<void>((resolve) => setTimeout(resolve, timeout).unref())]),
  );
}

/** The same for a line on which there is no request that could be answered. */
export function rawAnswer(why: Refused): string {
  const body = `${sentenceOf(why, "zh-CN")}\n`;
  const headers = {
    ...headersOf(why),
    connection: "close",
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${refusals[why]} ${why}\r\n${lines.join("")}\r\n${body}`;
}

function headersOf(why: Refused): Record<string, string> {
  if (refusals[why] === 503) return { "retry-after": "5" };
  return why === "method" ? { allow: "GET, HEAD, POST" } : {};
}

function sentenceOf(why: Refused, language: "zh-CN" | "en"): string {
  return (language === "en" ? en : zh).web[why];
}

function languageOf({ cookie = "" }: IncomingHttpHeaders): "zh-CN" | "en" {
  return cookie.split(/;\s*/).includes(`${languageCookie}=en`) ? "en" : "zh-CN";
}
