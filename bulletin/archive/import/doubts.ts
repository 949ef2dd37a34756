import type { ImportedFile } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { Recognised, RecognisedIssue } from "../recognise/recognised";
import { type AllGiven, settled } from "./given";
import { issuersDoubted } from "./issuers";

/** The least share of the text at which nobody has to look. */
export const enough = 0.995;
/** Below it the result says 请核对 beside the entry. */
const sure = 0.6;

/** Why a person should look at a file before it is archived; each is a sentence under `importing.doubts`. */
export type Doubt =
  | "noPublication"
  | "nothing"
  | "textLeft"
  | "unsure"
  | "incomplete"
  | "doubled"
  | "otherIssuer"
  | "noIssuer";

/** What is kept of a file beside its pieces, so that a list of files need not put them together again. */
export function factsOf(recognised: Recognised, given: AllGiven) {
  const said = recognised.issues
    .map((issue, at) => ({ issue, said: settled(issue, given[at], null) }))
    .filter((each) => !each.said.leftOut);
  const entries = said.flatMap(({ issue }) => issue.sections.flatMap((section) => section.entries));
  const doubts: Doubt[] = [];
  if (entries.some(({ confidence }) => confidence < sure)) doubts.push("unsure");
  if (said.some(({ said: { missing } }) => missing.length)) doubts.push("incomplete");
  return {
    ...{ coverage: recognised.held, issueCount: recognised.issues.length, entryCount: entriesIn(recognised.issues) },
    ...{ doubts, numbers: said.flatMap((each) => numberOf(each.said) ?? []) },
    issuers: [...new Set(said.map(({ issue: { issuer } }) => issuer ?? ""))],
  };
}

function entriesIn(issues: RecognisedIssue[]): number {
  return issues.reduce(
    (sum, { sections }) => sum + sections.reduce((within, { entries }) => within + entries.length, 0),
    0,
  );
}

type Bearing = { series: string; year: number | null; number: number | null };

function numberOf({ series, year, number }: Bearing): string | null {
  return year && number ? `${series}/${year}/${number}` : null;
}

export type Counted = Pick<
  ImportedFile,
  "id" | "coverage" | "publicationId" | "issueCount" | "doubts" | "numbers" | "issuers"
>;

/** The doubts about each of some files that wait, by their ids; none: it can be archived unseen. */
export async function doubtsOf(files: Counted[]): Promise<Map<string, Doubt[]>> {
  const doubled = await doubledIn(files);
  const issuers = await issuersDoubted(files);
  return new Map(
    files.map((file) => {
      const found: Doubt[] = [];
      if (!file.publicationId) found.push("noPublication");
      if (!file.issueCount) found.push("nothing");
      if (file.coverage < enough) found.push("textLeft");
      if (doubled.has(file.id)) found.push("doubled");
      const issuer = issuers.get(file.id);
      if (issuer) found.push(issuer === "other" ? "otherIssuer" : "noIssuer");
      return [file.id, [...found, ...(file.doubts as Doubt[])]];
    }),
  );
}

/** The files that bear a number twice, or one that an issue of their publication or another waiting file bears. */
async function doubledIn(files: Counted[]): Promise<Set<string>> {
  const found = new Set(files.filter(({ numbers }) => new Set(numbers).size < numbers.length).map(({ id }) => id));
  const publications = [...new Set(files.flatMap(({ publicationId }) => publicationId ?? []))];
  for (const publicationId of publications) {
    const own = files.filter((file) => file.publicationId === publicationId);
    const numbers = [...new Set(own.flatMap((each) => each.numbers))];
    const bearers = await bearersOf(publicationId, numbers);
    for (const { id, numbers: mine } of own)
      if (mine.some((each) => [...(bearers.get(each) ?? [])].some((bearer) => bearer !== id))) found.add(id);
  }
  return found;
}

/** Who bears each number: issues and waiting files, by their ids. */
async function bearersOf(publicationId: string, numbers: string[]): Promise<Map<string, Set<string>>> {
  const bearers = new Map<string, Set<string>>(numbers.map((each) => [each, new Set()]));
  const parted = numbers.map((each) => each.split("/"));
  const [years, counts] = [1, 2].map((at) => [...new Set(parted.map((each) => Number(each[at])))]);
  const issues = await db.issue.findMany({
    where: { publicationId, year: { in: years }, number: { in: counts }, state: { not: "void" } },
    select: { id: true, series: true, year: true, number: true },
  });
  for (const issue of issues) bearers.get(numberOf(issue) ?? "")?.add(issue.id);
  const waiting = await db.importedFile.findMany({
    where: { publicationId, state: "waiting", numbers: { hasSome: numbers } },
    select: { id: true, numbers: true },
  });
  for (const file of waiting) for (const each of file.numbers) bearers.get(each)?.add(file.id);
  return bearers;
}
