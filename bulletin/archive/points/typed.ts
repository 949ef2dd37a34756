import { type Row, type RowKind, type Rules, rowKinds } from "./book";
import { formatPoints, type Hundredths } from "./hundredths";

// A rule set as its form holds it: every figure as it is typed, a row for each kind of each publication.

export type TypedRow = {
  publicationId: string;
  kind: RowKind;
  own: string;
  levels: Record<string, { relayed: string; adopted: string }>;
};
export type Typed = {
  rows: TypedRow[];
  instructions: { own: string; levels: Record<string, string> };
  merge: { how: Rules["merge"]["how"]; fixed: string };
  repeat: Rules["repeat"];
  groups: { name: string; officeIds: string[]; quota: string }[];
  ranked: boolean;
};

type Named = { id: string };

/** Rules as typed; without any, empty ones with the groups given. */
export function typedOf(
  rules: Rules | null,
  publications: readonly Named[],
  levels: readonly Named[],
  groups: { name: string; officeIds: string[] }[],
): Typed {
  const typed = (points: Hundredths | null | undefined) => (points == null ? "" : formatPoints(points));
  const row = (publicationId: string, kind: RowKind): TypedRow => {
    const found = rules?.rows.find((each: Row) => each.publicationId === publicationId && each.kind === kind);
    const at = (id: string) => ({
      relayed: typed(found?.levels[id]?.relayed),
      adopted: typed(found?.levels[id]?.adopted),
    });
    return { publicationId, kind, own: typed(found?.own), levels: record(levels, at) };
  };
  return {
    rows: publications.flatMap(({ id }) => rowKinds.map((kind) => row(id, kind))),
    instructions: {
      own: typed(rules?.instructions.own ?? 0),
      levels: record(levels, (id) => typed(rules?.instructions.levels[id] ?? 0)),
    },
    merge: { how: rules?.merge.how ?? "split", fixed: typed(rules?.merge.fixed || null) },
    repeat: rules?.repeat ?? "sum",
    groups: rules
      ? rules.groups.map(({ quota, ...group }) => ({ ...group, quota: typed(quota) }))
      : groups.map((group) => ({ ...group, quota: "0" })),
    ranked: rules?.ranked ?? false,
  };
}

function record<T>(all: readonly Named[], of: (id: string) => T): Record<string, T> {
  return Object.fromEntries(all.map(({ id }) => [id, of(id)]));
}
