import { headers } from "next/headers";
import { type Html, html } from "@/components/markup";
import { encoded, takenEncoding } from "@/lib/encoded";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";
import { assets } from "./assets";
import { gzipOf, type Piece, textOf } from "./pieces";

/** A page as a whole document: no script is needed to read it, and what its scripts do is little (app/document/browser). */
export type Shown = {
  title: string;
  /** Of the body. */
  look: string;
  contrast?: "high";
  pieces: Piece[];
  status?: number;
};

/** It as the answer to a request, compressed where the browser takes that. */
export async function documentOf(locale: Language, { title, look, contrast, pieces, status = 200 }: Shown) {
  const sent = await headers();
  const all = [opening(locale, { title, look, contrast, nonce: nonceOf(sent) }), ...pieces, html`</body></html>`];
  const type = { "content-type": "text/html; charset=utf-8" };
  const ownOnly = "private, no-store";
  if (takenEncoding(sent, ["gzip"]))
    return new Response(new Uint8Array(gzipOf(all)), { status, headers: { ...type, ...encoded("gzip", ownOnly) } });
  return new Response(textOf(all), { status, headers: { ...type, "cache-control": ownOnly } });
}

type Opening = Pick<Shown, "title" | "look" | "contrast"> & { nonce: string };

function opening(locale: Language, { title, look, contrast, nonce }: Opening): Html {
  const { main, look: sheet } = assets();
  const [brand, read] = [sayIn(locale, "brand"), sayIn(locale, "read")];
  const full = { text: title ? `${title} · ${brand("name")}` : brand("name") };
  const high = contrast ? html` data-contrast="high"` : html``;
  return html`<!DOCTYPE html><html lang="${{ text: locale }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="theme-color" content="#FAF7F1"><title>${full}</title><meta name="robots" content="noindex, nofollow"><meta name="referrer" content="same-origin"><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/assets/${{ text: sheet }}"><script type="module" nonce="${{ text: nonce }}" src="/assets/${{ text: main }}"></script></head><body class="${{ text: look }}"${high} data-unreachable="${{ text: read("unreachable") }}" data-offline="${{ text: read("offline") }}">`;
}

/** The nonce of this answer, which our own server has put into the policy (bin/web/guards.ts). */
function nonceOf(sent: Headers): string {
  return /'nonce-([^']+)'/.exec(sent.get("content-security-policy") ?? "")?.[1] ?? "";
}
