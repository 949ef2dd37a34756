import { createRequire } from "node:module";
import path from "node:path";
import type { ReactNode } from "react";

/** A string that is HTML already: made by React, so that every text in it is escaped. */
export type Html = string & { readonly isHtml: true };

type Server = { renderToStaticMarkup: (node: ReactNode) => string };

// Next keeps React's own way to a string from server components; Node finds it where it is installed.
const load = createRequire(path.join(process.cwd(), "package.json"));
let server: Server | undefined;

/**
 * HTML as React makes it: for what is the same for many and is kept. Only of components without hooks, so
 * sentences are given to them.
 */
export function markup(node: ReactNode): Html {
  server ??= load("react-dom/server") as Server;
  return server.renderToStaticMarkup(node) as Html;
}

/** Text and attributes around what was made before: `html` for values that are HTML, everything else is escaped. */
export function html(parts: TemplateStringsArray, ...values: (Html | Html[] | { text: string })[]): Html {
  return parts.reduce((whole, part, at) => whole + shown(values[at - 1]) + part) as Html;
}

function shown(value: Html | Html[] | { text: string } | undefined): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.join("");
  return typeof value === "string" ? value : value.text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}
