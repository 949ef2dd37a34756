"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { Locale } from "use-intl/core";
import { EarlyTyping } from "./EarlyTyping";

type Props = { locale: Locale; timeZone: string; children: ReactNode };

const Chinese = dynamic(() => import("./ChineseWords"));
const English = dynamic(() => import("./EnglishWords"));

/**
 * The whole catalogue of one language, as a file that a browser keeps for good: within a page it would be sent, and
 * packed, with each of them, and is more than what the page says. The page names the file in its head, so that it
 * comes beside the other scripts and not after them.
 */
export function AllWords(props: Props) {
  const children = <EarlyTyping>{props.children}</EarlyTyping>;
  return props.locale === "en" ? <English {...props}>{children}</English> : <Chinese {...props}>{children}</Chinese>;
}
