import type { SetBlock } from "../data/entries";
import type { SetSection } from "../data/issue";

/** What is decided after measuring: the order of blocks, the rows of photographs, the foot's own page. */
export type Arrangement = { sections: SetSection[]; footPage: boolean };

type Places = { blocks: Map<string, [number, number][]>; footPage: boolean };
const last = new WeakMap<object, Places>();

/**
 * The arrangement of the issue that was set before, for an issue with the same entries: while one is
 * being edited it nearly always holds, and a second pass is saved. A guess changes no page: it is
 * checked against what was measured, and set anew where it was wrong.
 */
export function guessed(engine: object, sections: SetSection[]): Arrangement {
  const places = last.get(engine);
  if (!places) return { sections, footPage: false };
  return {
    footPage: places.footPage,
    sections: sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => {
        const before = places.blocks.get(entry.id);
        return before ? { ...entry, blocks: inOrder(entry.blocks, before) } : entry;
      }),
    })),
  };
}

export function remember(engine: object, { sections, footPage }: Arrangement): void {
  const entries = sections.flatMap((section) => section.entries);
  last.set(engine, { blocks: new Map(entries.map(({ id, blocks }) => [id, placesOf(blocks)])), footPage });
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
