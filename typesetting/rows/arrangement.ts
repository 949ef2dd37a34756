import type { SetBlock } from "../data/entries";
import type { SetSection } from "../data/issue";
import { footOf } from "./foot";
import { settlePhotographs } from "./photographs";
import { unitsOf } from "./units";

/** What is decided after measuring: the order of blocks, the rows of photographs, the foot's own page. */
export type Arrangement = { sections: SetSection[]; footPage: boolean };
/** What is set apart from the text, and hardly differs from issue to issue: rows above it, rows of the foot. */
export type Around = { above: number; foot: number };

type Memory = Around & { blocks: Map<string, [number, number][]>; footPage: boolean };
const last = new WeakMap<object, Memory>();

/**
 * The arrangement before anything has been measured: that of the issue that was set before, if this
 * one has the same entries; else from an estimate of its lines. While one is being edited it nearly
 * always holds, of new issues mostly, and a second pass is saved. A guess changes no page: it is
 * checked against what was measured, and set anew where it was wrong.
 */
export function guessed(engine: object, sections: SetSection[], layout: string, even: boolean): Arrangement {
  const memory = last.get(engine);
  const entries = sections.flatMap((section) => section.entries);
  if (!memory || !entries.every(({ id }) => memory.blocks.has(id))) return estimated(sections, layout, even, memory);
  const inPlace = sections.map((section) => ({
    ...section,
    entries: section.entries.map((entry) => ({
      ...entry,
      blocks: inOrder(entry.blocks, memory.blocks.get(entry.id) ?? []),
    })),
  }));
  return { sections: inPlace, footPage: memory.footPage };
}

const usual: Around = { above: 9, foot: 6 };

function estimated(sections: SetSection[], layout: string, even: boolean, around: Around = usual): Arrangement {
  const settled = settlePhotographs(sections, unitsOf(sections, [], layout, around.above));
  const { alone } = footOf(unitsOf(settled, [], layout, around.above), around.foot, even);
  return { sections: settled, footPage: alone };
}

export function remember(engine: object, { sections, footPage }: Arrangement, around: Around): void {
  const entries = sections.flatMap((section) => section.entries);
  last.set(engine, { ...around, blocks: new Map(entries.map(({ id, blocks }) => [id, placesOf(blocks)])), footPage });
}

export function isSame(one: Arrangement, other: Arrangement): boolean {
  const key = ({ sections, footPage }: Arrangement) =>
    JSON.stringify([footPage, sections.map(({ entries }) => entries.map(({ blocks }) => placesOf(blocks)))]);
  return key(one) === key(other);
}

const placesOf = (blocks: SetBlock[]): [number, number][] =>
  blocks.map((block) => [block.at, block.type === "photographs" ? block.rows : 0]);

function inOrder(blocks: SetBlock[], before: [number, number][]): SetBlock[] {
  const byPlace = new Map(blocks.map((block) => [block.at, block]));
  const same = before.length === blocks.length && before.every(([at]) => byPlace.has(at));
  if (!same) return blocks;
  return before.flatMap(([at, rows]): SetBlock[] => {
    const block = byPlace.get(at);
    if (!block) return [];
    return [block.type === "photographs" && rows ? { ...block, rows } : block];
  });
}
