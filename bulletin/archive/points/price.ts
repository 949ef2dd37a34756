import type { Row, RowKind, Rules } from "./book";
import type { Use } from "./facts";
import type { Hundredths } from "./hundredths";

/** What the rules say of a use, before it is shared among several items; `row` is null for an instruction. */
export type Priced = { gross: Hundredths; row: RowKind | null };

/** Null: the rules give nothing for it. */
export function priceOf(rules: Rules, use: Use): Priced | null {
  if (use.what === "instructed") {
    const bonus = use.levelId === null ? rules.instructions.own : (rules.instructions.levels[use.levelId] ?? 0);
    return bonus ? { gross: bonus, row: null } : null;
  }
  const row = rowOf(rules, use);
  const gross = row && inRow(row, use);
  return row && gross ? { gross, row: row.kind } : null;
}

/** A single-item issue has a row of its own, where the rules have one. */
function rowOf({ rows }: Rules, { publicationId, kind, isSingle }: Use): Row | null {
  const of = (wanted: RowKind) => rows.find((row) => row.publicationId === publicationId && row.kind === wanted);
  return (isSingle ? of("single") : undefined) ?? of(kind) ?? null;
}

function inRow(row: Row, { what, levelId }: Use): Hundredths | null {
  if (levelId === null) return row.own;
  const level = row.levels[levelId];
  return (what === "adopted" ? level?.adopted : level?.relayed) ?? null;
}
