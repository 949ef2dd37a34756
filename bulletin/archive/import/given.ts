import { z } from "zod";
import type { Publication } from "@/generated/prisma/client";
import { anyDay, optionalDay, whole } from "../../text/fields";
import type { Recognised, RecognisedIssue } from "../recognise/recognised";

/** What a number of paper can be; one that was read as more was misread. */
const most = { number: 99_999, total: 9_999_999 };
const number = whole(1, most.number);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value == null ? null : value), schema.nullable());

/** What a person says of one issue of a file, in place of what was read or where nothing was. */
export const givenSchema = z.object({
  series: z.enum(["regular", "supplement"]),
  number: optional(number),
  /** Of a double number (合刊) the last one. */
  lastNumber: optional(number),
  total: optional(whole(1, most.total)),
  date: optionalDay,
  /** Not to be archived: an issue that stands in the archive already, or a page that is none. */
  leftOut: z.preprocess((value) => value === true || value === "on", z.boolean()),
});

export type Given = z.output<typeof givenSchema>;
/** By the order of the issues in the file. */
export type AllGiven = Record<string, Given>;

export function asGiven(column: unknown): AllGiven {
  return column as AllGiven;
}

/** An issue of a file as it would be archived: as it was read, or as a person said instead. */
export type Settled = Given & { year: number | null; issuer: string; missing: ("number" | "date")[] };

export function settled(issue: RecognisedIssue, given: Given | undefined, publication: Publisher | null): Settled {
  const read: Given = {
    series: issue.series,
    number: within(issue.numbers[0], most.number),
    lastNumber: issue.numbers.length > 1 ? within(issue.numbers.at(-1), most.number) : null,
    total: within(issue.total, most.total),
    date: issue.date && anyDay.safeParse(issue.date).success ? issue.date : null,
    leftOut: false,
  };
  const said = given ?? read;
  const year = said.date ? Number(said.date.slice(0, 4)) : null;
  return {
    ...said,
    lastNumber: said.number && said.lastNumber && said.lastNumber > said.number ? said.lastNumber : null,
    year,
    issuer: issue.issuer ?? publication?.issuer ?? "",
    missing: [...(said.number ? [] : (["number"] as const)), ...(said.date ? [] : (["date"] as const))],
  };
}

function within(read: number | null | undefined, bound: number): number | null {
  return read && read <= bound ? read : null;
}

type Publisher = Pick<Publication, "issuer">;

/**
 * The publication that most issues of a file name, as the installation has it: by its name, or by name
 * and region run together as on a masthead. A 工作周报 of another city is not ours. Null where there is none.
 */
export function publicationIn<T extends { name: string; region: string }>({ issues }: Recognised, all: T[]): T | null {
  const counts = new Map<T, number>();
  for (const { publication, region } of issues) {
    const bare = (text: string | null) => (text ?? "").replace(/\s/g, "");
    const [name, whole] = [bare(publication), `${bare(region)}${bare(publication)}`];
    const isElsewhere = (each: T) => region && each.region && bare(region) !== bare(each.region);
    const found = all.find(
      (each) =>
        (bare(each.name) === name && !isElsewhere(each)) ||
        [bare(each.name), bare(each.region + each.name)].includes(whole),
    );
    if (name && found) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
