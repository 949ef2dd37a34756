import { createHash } from "node:crypto";
import { headers } from "next/headers";
import { cache, type HTMLAttributes } from "react";
import { Kept } from "@/lib/kept";
import type { Html } from "./markup";
import { Once } from "./Once";

// Both halves of the framework, the one that runs the components of the server and the one that writes the page, have
// this object in common. Far more fits than pages are made at once, and the same HTML lies there once.
const store = globalThis as { bianfaLaid?: Kept<string> };
store.bianfaLaid ??= new Kept<string>(1_000);
const laid = store.bianfaLaid;

type Props = HTMLAttributes<HTMLElement> & { tag?: "div" | "ul"; html: Html };

/** As `Made`, for much HTML: it travels once (Once.tsx). */
export async function Laid({ html, ...rest }: Props) {
  const name = nameOf(html);
  const isPage = await asksForPage();
  if (isPage) laid.set(name, html);
  return <Once key={name} name={name} html={isPage ? null : html} {...rest} />;
}

function nameOf(html: Html): string {
  return createHash("sha1").update(html).digest("base64url");
}

/** Whether a whole page is wanted, as by opening its address; scripts of an open page ask for data. */
const asksForPage = cache(async () => (await headers()).get("accept")?.includes("text/html") ?? false);
