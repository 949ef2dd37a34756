import type { HTMLAttributes } from "react";
import type { Html } from "./markup";

type Props = HTMLAttributes<HTMLElement> & { tag?: "div" | "ul" | "section" | "span"; html: Html };

/** What `markup` made, in its place on a page. */
export function Made({ tag: Tag = "div", html, ...rest }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React made it and escaped every text in it (markup.ts)
  return <Tag {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
}
