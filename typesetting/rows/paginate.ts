import { rowsOnPage } from "./marks";
import type { Unit } from "./units";

/** Where units fall: the page of each (from 1), rows used on each page. */
export type Pagination = { pageOf: number[]; used: number[] };

/**
 * Fills pages of 22 rows as the templates do. Everything on the page takes whole rows, so this is
 * exact (paginate.test.ts holds it against Typst), and thousands of trials cost what one
 * composition does.
 */
export function paginate(units: Unit[]): Pagination {
  const used = [0];
  const pageOf: number[] = [];
  for (let at = 0; at < units.length; ) {
    let end = at;
    let needed = 0;
    // Headings that follow each other hold together, and with the first part of what they head.
    for (let unit = units[end]; unit?.stays; unit = units[end]) {
      needed += unit.rows;
      end += 1;
    }
    const followed = units[end];
    if (followed) needed += firstPart(followed);
    // What must stay together moves on together, unless even an empty page could not hold it.
    if (end > at && needed > rowsOnPage - last(used) && last(used) > 0 && needed <= rowsOnPage) used.push(0);
    for (; at <= end; at++) {
      const unit = units[at];
      if (unit) place(unit, used, pageOf);
    }
  }
  return { pageOf, used };
}

/** What must fit where a unit begins: of a table, its header and a row. */
function firstPart({ breaks, rows, head = 0 }: Unit): number {
  if (breaks === "lines") return Math.min(1, rows);
  return breaks === "never" ? rows : sum(breaks.slice(0, head + 1));
}

function place({ breaks, rows, head = 0 }: Unit, used: number[], pageOf: number[]): void {
  if (breaks === "lines") {
    flow(rows, used, pageOf);
    return;
  }
  const header = breaks === "never" ? [] : breaks.slice(0, head);
  const parts = breaks === "never" ? [rows] : [sum(breaks.slice(0, head + 1)), ...breaks.slice(head + 1)];
  for (const [at, part] of parts.entries()) {
    // Where a table goes on its header stands again.
    if (last(used) + part > rowsOnPage && last(used) > 0) used.push(at === 0 ? 0 : sum(header));
    if (at === 0) pageOf.push(used.length);
    used[used.length - 1] = last(used) + part;
  }
}

/** Lines fill what is left of a page and go on on the next. */
function flow(rows: number, used: number[], pageOf: number[]): void {
  if (rows > 0 && last(used) >= rowsOnPage) used.push(0);
  pageOf.push(used.length);
  let left = rows;
  while (left > 0) {
    if (last(used) >= rowsOnPage) used.push(0);
    const taken = Math.min(left, rowsOnPage - last(used));
    used[used.length - 1] = last(used) + taken;
    left -= taken;
  }
}

const sum = (all: number[]): number => all.reduce((total, each) => total + each, 0);
const last = (used: number[]): number => used.at(-1) ?? 0;
