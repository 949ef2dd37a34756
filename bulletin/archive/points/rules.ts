import { z } from "zod";
import { id, json, line, refuse } from "../../text/fields";
import { type Row, type Rules, rowKinds } from "./book";
import { formatPoints, type Hundredths, mostPoints, parsePoints } from "./hundredths";

/** Points as they are typed, in hundredths; nothing typed is `empty`. */
function points<T extends Hundredths | null>(empty: T, least: Hundredths = 0) {
  return line(20).transform((text, ctx): Hundredths | T => {
    if (!text) return empty;
    const value = parsePoints(text);
    if (value === null) refuse(ctx, "pointsMalformed");
    else if (value < least || value > mostPoints)
      refuse(ctx, "pointsOutOfRange", { min: formatPoints(least), max: formatPoints(mostPoints) });
    return value ?? empty;
  });
}

/** Given or taken by hand: not nothing. */
export const signedPoints = points(0, -mostPoints).superRefine((value, ctx) => {
  if (value === 0) refuse(ctx, "pointsNone");
});

const atLevel = z.object({ relayed: points(null), adopted: points(null) });

/** A rule set as its form sends it: every figure as it was typed. */
const typedRules = z.object({
  rows: z
    .array(
      z.object({
        publicationId: id,
        kind: z.enum(rowKinds),
        own: points(null),
        levels: z.record(id, atLevel),
      }),
    )
    .max(600),
  instructions: z.object({ own: points(0), levels: z.record(id, points(0)) }),
  merge: z.object({ how: z.enum(["full", "split", "fixed"]), fixed: points(0) }),
  repeat: z.enum(["sum", "highest"]),
  groups: z
    .array(z.object({ name: line(20, { required: true }), officeIds: z.array(id).max(2_000), quota: points(0) }))
    .max(50),
  ranked: z.boolean(),
});

/** Refused: two groups of one name, an office in two groups, a row twice, a fixed number that is missing. */
export const rulesSchema = json(
  typedRules.transform((rules): Rules => ({ ...rules, rows: rules.rows.filter(hasPoints) })).superRefine(coherent),
);

/** A row in which nothing was filled in is none: a single-item issue then counts as a story or brief. */
function hasPoints({ own, levels }: Row): boolean {
  return own !== null || Object.values(levels).some(({ relayed, adopted }) => relayed !== null || adopted !== null);
}

function coherent({ rows, groups, merge }: Rules, ctx: z.RefinementCtx): void {
  const wrong = (key: string, ...path: string[]) => ctx.addIssue({ code: "custom", path, params: { key } });
  if (isTwice(groups.map(({ name }) => name))) wrong("groupTwice", "groups");
  if (isTwice(groups.flatMap(({ officeIds }) => officeIds))) wrong("officeInTwoGroups", "groups");
  if (isTwice(rows.map(({ publicationId, kind }) => `${publicationId} ${kind}`))) wrong("malformed", "rows");
  if (merge.how === "fixed" && !merge.fixed) wrong("fixedMissing", "merge", "fixed");
}

const isTwice = (all: string[]): boolean => new Set(all).size < all.length;

/** Rules as they come out of a Json column, which only this schema's output ever goes into. */
export function asRules(column: unknown): Rules {
  return column as Rules;
}

/** The publications, levels and offices that rules name. */
export function namedIn({ rows, instructions, groups }: Rules) {
  return {
    publicationIds: [...new Set(rows.map(({ publicationId }) => publicationId))],
    levelIds: [...new Set([...rows.flatMap(({ levels }) => Object.keys(levels)), ...Object.keys(instructions.levels)])],
    officeIds: groups.flatMap(({ officeIds }) => officeIds),
  };
}
