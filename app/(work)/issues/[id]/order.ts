/** An item of an entry; more than one where it was merged (合编). */
export type Source = { id: string; office: string };
type Entry = {
  id: string;
  kind: "story" | "brief";
  office: string;
  items: Source[];
  needsCheck: boolean;
  title: string;
  characters: number;
};
export type Section = { id: string; title: string; entries: Entry[] };

/** The board as one list of rows: each section, then its entries, numbered through. */
export type Row =
  | { kind: "section"; id: string; title: string; count: number; merged: number; characters: 0; sectionId: string }
  | {
      kind: "entry";
      id: string;
      title: string;
      office: string;
      items: Source[];
      needsCheck: boolean;
      style: "story" | "brief";
      characters: number;
      number: number;
      sectionId: string;
    };

export function rowsOf(sections: Section[]): Row[] {
  let number = 0;
  return sections.flatMap(({ id, title, entries }): Row[] => [
    {
      ...{ kind: "section", id, title, count: entries.length, characters: 0, sectionId: id },
      merged: entries.filter(({ items }) => items.length > 1).length,
    },
    ...entries.map((entry): Row => {
      number += 1;
      const { kind: style, ...rest } = entry;
      return { ...rest, kind: "entry", style, number, sectionId: id };
    }),
  ]);
}

export type Destination = { sectionId: string; before: string | null };

/** Where a row dropped before or after another one belongs: a section, and the entry it stands before. */
export function destination(
  rows: Row[],
  carried: string,
  target: string,
  position: "before" | "after",
): Destination | null {
  if (rows.find(({ id }) => id === carried)?.kind !== "entry") return null;
  const at = rows.findIndex(({ id }) => id === target) + (position === "after" ? 1 : 0);
  const above = rows.slice(0, at).filter(({ id }) => id !== carried);
  const below = rows.slice(at).filter(({ id }) => id !== carried);
  const sectionId = above.at(-1)?.sectionId ?? rows[0]?.sectionId;
  if (!sectionId) return null;
  const next = above.length ? below[0] : below[1];
  return { sectionId, before: next?.kind === "entry" && next.sectionId === sectionId ? next.id : null };
}

/** Which section a carried section would stand before; it never falls between entries. */
export function sectionDestination(
  rows: Row[],
  target: string,
  position: "before" | "after",
): { before: string | null } {
  const at = rows.findIndex(({ id }) => id === target) + (position === "after" ? 1 : 0);
  return { before: rows.slice(at).find(({ kind }) => kind === "section")?.id ?? null };
}

/** The rows with a whole section moved. */
export function sectionMoved(rows: Row[], carried: string, before: string | null): Row[] {
  const own = rows.filter(({ sectionId }) => sectionId === carried);
  const rest = rows.filter(({ sectionId }) => sectionId !== carried);
  const at = before ? rest.findIndex(({ id }) => id === before) : rest.length;
  return renumbered(rest.toSpliced(at, 0, ...own));
}

/** The rows as they will be, so that a move is seen before the server has answered. */
export function moved(rows: Row[], carried: string, { sectionId, before }: Destination): Row[] {
  const row = rows.find(({ id }) => id === carried);
  if (row?.kind !== "entry") return rows;
  const rest = rows.filter(({ id }) => id !== carried);
  const last = rest.findLastIndex((each) => each.sectionId === sectionId);
  const at = before ? rest.findIndex(({ id }) => id === before) : last + 1;
  const order = rest.toSpliced(at, 0, { ...row, sectionId });
  return renumbered(order);
}

function renumbered(order: Row[]): Row[] {
  let number = 0;
  return order.map((each) => {
    if (each.kind === "section") {
      const own = order.filter((row) => row.kind === "entry" && row.sectionId === each.id);
      const merged = own.filter((row) => row.kind === "entry" && row.items.length > 1).length;
      return { ...each, count: own.length, merged };
    }
    number += 1;
    return { ...each, number };
  });
}
