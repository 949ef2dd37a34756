import type { FaceRole, PageSettings } from "../document";
import { rFonts } from "./fonts";
import { pitch, points } from "./measures";

/** What a paragraph style says of its paragraphs; lengths in points. */
export type ParagraphLook = {
  keepNext?: true;
  /** In the red box of the contents. */
  box?: true;
  /** A rule below: eighths of a point, its distance in points. */
  below?: { size: number; space: number; red: true };
  tabs?: { kind: "right"; at: number }[];
  /** Exact, so that no fallback font changes it; `auto` where a picture or a cell decides. */
  line?: number | "auto";
  before?: number;
  after?: number;
  /** Hundredths of a character. */
  firstLineChars?: number;
  /** Both sides, in twips. */
  inset?: number;
  align?: "left" | "center" | "right" | "both";
  outline?: number;
};

export type RunLook = {
  face?: Exclude<FaceRole, "latin" | "digits">;
  red?: true;
  tracking?: number;
  /** Half-points. */
  size?: number;
};

/** Colour of the masthead as Word writes it; vermilion if the setting is not a colour. */
export function redOf(settings: PageSettings): string {
  return /^#([0-9a-f]{6})$/i.exec(settings.red)?.[1]?.toUpperCase() ?? "C8161D";
}

/** The content of `w:pPr`, in the order of the schema (CT_PPrBase), which Word insists on. */
export function paragraphProperties(look: ParagraphLook, settings: PageSettings): string {
  const red = redOf(settings);
  const { line = pitch } = look;
  return [
    look.keepNext && "<w:keepNext/>",
    look.box && boxOf(red),
    look.below &&
      `<w:pBdr><w:bottom w:val="single" w:sz="${look.below.size}" w:space="${look.below.space}" w:color="${red}"/></w:pBdr>`,
    look.tabs &&
      `<w:tabs>${look.tabs.map(({ kind, at }) => `<w:tab w:val="${kind}" w:pos="${at}"/>`).join("")}</w:tabs>`,
    `<w:spacing w:before="${points(look.before ?? 0)}" w:after="${points(look.after ?? 0)}" ${lineOf(line)}/>`,
    indentOf(look),
    look.align && `<w:jc w:val="${look.align}"/>`,
    look.outline !== undefined && `<w:outlineLvl w:val="${look.outline}"/>`,
  ]
    .filter(Boolean)
    .join("");
}

/** The box's sides stand this far outside the text, which is inset by as much (points). */
export const boxInset = 13;

function boxOf(red: string): string {
  const sides = [
    ["top", 4],
    ["left", boxInset],
    ["bottom", 4],
    ["right", boxInset],
  ];
  return `<w:pBdr>${sides.map(([side, space]) => `<w:${side} w:val="single" w:sz="4" w:space="${space}" w:color="${red}"/>`).join("")}</w:pBdr>`;
}

function lineOf(line: number | "auto"): string {
  return line === "auto" ? `w:line="240" w:lineRule="auto"` : `w:line="${points(line)}" w:lineRule="exact"`;
}

/** Nothing is written where nothing is indented: `firstLineChars="0"` would outdo a hanging indent of the paragraph's own. */
function indentOf({ firstLineChars, inset }: ParagraphLook): string {
  const sides = inset ? ` w:left="${inset}" w:right="${inset}"` : "";
  const firstLine = firstLineChars
    ? ` w:firstLineChars="${firstLineChars}" w:firstLine="${points((firstLineChars / 100) * 15.75)}"`
    : "";
  return sides || firstLine ? `<w:ind${sides}${firstLine}/>` : "";
}

/** The content of `w:rPr`, in the order of the schema (EG_RPrBase). */
export function runProperties({ face, red, tracking, size }: RunLook, settings: PageSettings): string {
  return [
    face && rFonts(face, settings),
    red && `<w:color w:val="${redOf(settings)}"/>`,
    // Only 16 pt needs to stand closer (measures.ts).
    (tracking || size) && `<w:spacing w:val="${points(tracking ?? 0)}"/>`,
    size && `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ]
    .filter(Boolean)
    .join("");
}
