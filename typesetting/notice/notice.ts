import { readFileSync } from "node:fs";
import path from "node:path";
import { templateFaces } from "../data/faces";
import { printableLine } from "../data/text";
import { brokenBySense } from "../headline/broken";
import type { Press } from "../press";

/** A notice (通报) as it is printed: what is said in order, each heading with its paragraphs, its table. */
export type NoticeDocument = {
  title: string;
  /** To whom it goes; empty: nobody is named. */
  to: string;
  opening: string;
  parts: { heading: string; paragraphs: string[]; table?: NoticeTable }[];
  issuer: string;
  /** As printed (2026年5月11日), and as a day for the file. */
  date: string;
  day: string;
};

/** Rows in groups, each with its name; the last row is the sum. Figures are centred under their heads. */
export type NoticeTable = { heads: string[]; groups: { name: string; rows: string[][] }[]; sum: string[] | null };

/** The pages of a notice in the form of an official document (GB/T 9704), by the same engine as the bulletins. */
export function noticePdf({ engine, faces }: Press, notice: NoticeDocument): Uint8Array {
  const name = "notice/notice.typ";
  const source = readFileSync(path.join(process.cwd(), "typesetting", name));
  const line = printableLine;
  const data = {
    ...notice,
    title: brokenBySense([line(notice.title)]),
    to: line(notice.to),
    opening: line(notice.opening),
    parts: notice.parts.map(({ heading, paragraphs, table }) => ({
      heading: line(heading),
      paragraphs: paragraphs.map(line),
      table: table ? shown(table) : null,
    })),
    issuer: line(notice.issuer),
    faces: templateFaces(faces, {}),
  };
  return engine.compose(name, data, new Map([[name, source]])).pdf("a-2b");
}

function shown({ heads, groups, sum }: NoticeTable): NoticeTable {
  const cells = (row: string[]) => row.map(printableLine);
  return {
    heads: cells(heads),
    groups: groups.map(({ name, rows }) => ({ name: printableLine(name), rows: rows.map(cells) })),
    sum: sum && cells(sum),
  };
}
