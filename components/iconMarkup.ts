import { createRequire } from "node:module";
import path from "node:path";
import { createElement, type ElementType } from "react";
import { Kept } from "@/lib/kept";
import { type Html, markup } from "./markup";

const load = createRequire(path.join(process.cwd(), "package.json"));
const kept = new Kept<Html>(100);

type Name =
  | "Bell"
  | "Check"
  | "ChevronDown"
  | "ChevronLeft"
  | "ChevronRight"
  | "Info"
  | "Menu"
  | "Pencil"
  | "Search"
  | "Square"
  | "TriangleAlert"
  | "Volume2"
  | "X";

/** An icon as HTML: as a component each is one more for the framework to take to the browser. */
export function iconMarkup(name: Name, size: number): Html {
  return kept.have(`${name} ${size}`, () => {
    const icons = load("lucide-react") as Record<Name, ElementType>;
    return markup(createElement(icons[name], { size, "aria-hidden": true }));
  });
}
