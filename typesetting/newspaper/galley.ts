import type { PlacedTable } from "../data/tables";
import type { Engine } from "../engine";
import type { Paragraph } from "./copy";
import type { Setting, Style } from "./setting";
import { styles } from "./setting";

/** A paragraph set by itself in a column; with a note, how it ends before a jump. */
export type Proof = { style: Style; measure: number; paragraph: Paragraph; note: string };

/** Lines up to the end of the text, and up to the end of the note. */
export type Proved = { lines: number; noted: number };

type TableProof = { table: PlacedTable; width: number };

/** Beyond this all is forgotten and measured anew. */
const kept = 20_000;
const known = new WeakMap<Engine, Map<string, Proved | number[]>>();

/**
 * What the lines of a paragraph and the rows of a table come to. A column's lines do not depend on
 * where it stands, so each is set once and remembered: a change to one paragraph sets one paragraph.
 */
export class Galley {
  private readonly found: Map<string, Proved | number[]>;

  constructor(
    private readonly engine: Engine,
    private readonly files: Map<string, Uint8Array>,
    /** Whatever else the measure depends on: the faces. */
    private readonly look: string,
  ) {
    const before = known.get(engine);
    this.found = before && before.size < kept ? before : new Map();
    known.set(engine, this.found);
  }

  /** Sets what is not known yet, all in one composition. */
  measure(proofs: Proof[], tables: TableProof[] = []): void {
    const fresh = unknown(proofs, (proof) => this.keyOf(proof), this.found);
    const freshTables = unknown(tables, (proof) => this.tableKey(proof), this.found);
    if (!fresh.length && !freshTables.length) return;
    const data = { paragraphs: fresh.map(([, proof]) => proof), tables: freshTables.map(([, proof]) => proof) };
    const composed = this.engine.compose("newspaper-galley.typ", data, this.files);
    const heights = composed.query<number[]>("heights");
    for (const [index, [key, { style }]] of fresh.entries()) {
      const [start = 0, end = 0, noted = 0] = heights.slice(3 * index, 3 * index + 3);
      const lines = (y: number) => Math.round((y - start) / styles[style].pitch) + 1;
      this.found.set(key, { lines: lines(end), noted: lines(noted) });
    }
    const rows = composed.query<number[][]>("tables");
    for (const [index, [key]] of freshTables.entries()) this.found.set(key, rows[index] ?? []);
  }

  lines(paragraph: Paragraph, { style, measure }: Setting): number {
    return this.proved({ style, measure, paragraph, note: "" }).lines;
  }

  proved(proof: Proof): Proved {
    const found = this.found.get(this.keyOf(proof));
    if (found && !Array.isArray(found)) return found;
    this.measure([proof]);
    return this.proved(proof);
  }

  /** Heights of a table's rows in points. */
  heights(table: PlacedTable, width: number): number[] {
    const found = this.found.get(this.tableKey({ table, width }));
    if (Array.isArray(found)) return found;
    this.measure([], [{ table, width }]);
    return this.heights(table, width);
  }

  private keyOf({ style, measure, paragraph, note }: Proof): string {
    const { kind, lead, bullet, runs, indent } = paragraph;
    return `${this.look}${style} ${measure} ${JSON.stringify([kind, lead, bullet, runs, indent, note])}`;
  }

  private tableKey({ table, width }: TableProof): string {
    return `${this.look}table ${width} ${JSON.stringify(table.rows)}`;
  }
}

function unknown<T>(all: T[], keyOf: (each: T) => string, found: Map<string, unknown>): [string, T][] {
  const fresh = new Map(all.map((each) => [keyOf(each), each]));
  return [...fresh].filter(([key]) => !found.has(key));
}
