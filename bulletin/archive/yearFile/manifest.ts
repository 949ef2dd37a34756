import { createHash } from "node:crypto";
import { z } from "zod";
import { isDay } from "@/lib/dates";

/** The file of a year: what is in it, told by the file itself. `version` rises when an older reader would read it wrongly. */
export const format = "bianfa-year";
export const version = 1;
export const manifestName = "manifest.json";

/** Text that a database can keep: it has no NUL and no half of a character. */
export const kept = z.string().refine((text) => !text.includes("\0") && text.isWellFormed());
export const day = z.string().refine((text) => isDay(text) && text >= "1900-01-01");
/** As large as a number of paper can be (import/given.ts); a counter is raised to it. */
const number = z.number().int().min(1).max(99_999);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const uuid = z.uuid();
const word = kept.refine((text) => text.length <= 400);

const publicationSchema = z.object({
  name: word.min(1),
  region: word,
  issuer: word,
  marking: z.enum(["ordinary", "internal"]),
  layout: z.enum(["weekly", "flash", "newspaper"]),
  periodDays: z.number().int().min(0).max(366),
  runningTotal: z.boolean(),
  imprint: z.record(z.string(), z.unknown()),
  page: z.record(z.string(), z.unknown()),
  sections: z.array(z.object({ title: word, style: z.enum(["story", "brief"]) })).max(200),
});

/** One number of the ledger. What was recalled or voided has its reason and no text; all else has one. */
const issueSchema = z
  .object({
    id: uuid,
    publication: word,
    series: z.enum(["regular", "supplement"]),
    year: z.number().int(),
    number,
    lastNumber: number.nullable(),
    total: z.number().int().min(1).max(9_999_999).nullable(),
    edition: z.number().int().min(1).max(999),
    twin: z.number().int().min(1).max(9_999),
    date: day.nullable(),
    state: z.enum(["standing", "corrected", "recalled", "void"]),
    reason: kept.refine((text) => text.length <= 2_000),
    /** Of an edition that corrects an earlier one. */
    corrects: uuid.nullable(),
    contentHash: hash.nullable(),
    /** Paths within the file; null where there is no text. */
    data: word.nullable(),
    pages: word.nullable(),
    /** Whether the pages are PDF/A; one character without a face makes them plain PDF. */
    isArchival: z.boolean(),
  })
  .refine(({ state, data, contentHash }) => {
    const hasText = state === "standing" || state === "corrected";
    return (data !== null) === hasText && (contentHash !== null) === hasText;
  })
  .refine(({ number: first, lastNumber }) => lastNumber === null || lastNumber >= first);

export const manifestSchema = z
  .object({
    format: z.literal(format),
    version: z.number().int(),
    year: z.number().int().min(1900).max(2200),
    office: word,
    publications: z.array(publicationSchema).max(500),
    issues: z.array(issueSchema).max(20_000),
    /** Every other entry of the file, with its SHA-256. */
    files: z.array(z.object({ path: word, size: z.number().int().min(0), hash })).max(200_000),
  })
  .refine(({ year, issues }) => issues.every((issue) => issue.year === year))
  // No text and no page is two issues': one of forty megabytes would be read as often as it is named.
  .refine(({ issues }) => isEachOnce(issues.map(({ id }) => id)))
  .refine(({ issues }) => isEachOnce(issues.flatMap(({ data, pages }) => [data ?? [], pages ?? []].flat())))
  .refine(({ issues }) => correctsWithin(issues));

function isEachOnce(all: string[]): boolean {
  return new Set(all).size === all.length;
}

/** An edition corrects an earlier one of the same number, which is in the same file (issuesOfYear). */
function correctsWithin(issues: z.output<typeof issueSchema>[]): boolean {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return issues.every(({ corrects, publication, series, number: own, total, edition }) => {
    if (!corrects) return true;
    const earlier = byId.get(corrects);
    const isOfNumber = earlier?.publication === publication && earlier.series === series && earlier.number === own;
    return isOfNumber && earlier.total === total && earlier.edition < edition;
  });
}

export type Manifest = z.output<typeof manifestSchema>;
export type ManifestIssue = Manifest["issues"][number];

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
