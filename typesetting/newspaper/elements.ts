import type { PlacedTable } from "../data/tables";
import type { Picture } from "./pictures";
import type { Setting } from "./setting";

type Place = { x: number; y: number; width: number; height: number };
/** What a mark says of its place; the template adds the page and the point. */
export type At = { entry: string; block?: number; item?: number; part?: "headline"; from?: number };

export type SetParagraph = {
  at: At;
  /** Characters of the whole paragraph that have been set when this one ends. */
  to: number;
  kind: "paragraph" | "heading";
  lead: string;
  bullet: string;
  runs: { text: string }[];
  indent: boolean;
  /** Blank lines above. */
  space: number;
  /** The line of its frame on which it begins, and how many it has. */
  start: number;
  lines: number;
  note: string;
};

/** What stands on a page, each at its place in points; what it looks like is the templates' business. */
export type Element = Place &
  (
    | {
        kind: "head";
        at: At;
        boxed: boolean;
        kicker: { lines: string[]; size: number };
        headline: { lines: string[]; size: number; tracking: number };
        deck: { lines: string[]; size: number };
      }
    | { kind: "resumed"; at: At; lines: string[]; size: number; note: string }
    | ({ kind: "text"; used: number; occupied: number; loose: number; paragraphs: SetParagraph[] } & Setting)
    | ({ kind: "picture"; at: At; fit: "cover" | "contain"; captioned: number; followed: boolean } & Picture)
    | { kind: "table"; at: At; table: PlacedTable; heights: number[]; inset: number }
    | ({ kind: "briefs"; label: string; tab: number; stacks: SetParagraph[][][] } & Setting)
    | { kind: "box" }
    | { kind: "rule"; weight: "hair" | "thin" | "thick" }
    | ({ kind: "lists"; paragraphs: SetParagraph[] } & Setting)
  );
