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
    const end = chainEnd(units, at);
    const chain = units.slice(at, end);
    const followed = units[end];
    const needed = chain.reduce((sum, { rows }) => sum + rows, 0) + (followed ? firstPart(followed) : 0);
    const free = rowsOnPage - last(used);
    // What must stay together moves on together, unless even an empty page could not hold it.
    if (chain.length && needed > free && last(used) > 0 && needed <= rowsOnPage) used.push(0);
    for (const unit of chain) place(unit, used, pageOf);
    if (followed) place(followed, used, pageOf);
    at = end + 1;
  }
  return { pageOf, used };
}

/** From `at`, how many units must not stand last: headings that follow each other hold together. */
function chainEnd(units: Unit[], at: number): number {
  let end = at;
  while (units[end]?.stays) end += 1;
  return end;
}

function firstPart({ breaks, rows }: Unit): number {
  if (breaks === "lines") return Math.min(1, rows);
  return breaks === "never" ? rows : (breaks[0] ?? 0);
}

function place(unit: Unit, used: number[], pageOf: number[]): void {
  const parts = unit.breaks === "never" ? [unit.rows] : unit.breaks === "lines" ? ones(unit.rows) : unit.breaks;
  let first = true;
  for (const part of parts) {
    if (last(used) + part > rowsOnPage && last(used) > 0) used.push(0);
    if (first) pageOf.push(used.length);
    first = false;
    used[used.length - 1] = last(used) + part;
  }
  if (first) pageOf.push(used.length);
}

const ones = (rows: number): number[] => Array.from({ length: rows }, () => 1);
const last = (used: number[]): number => used.at(-1) ?? 0;
