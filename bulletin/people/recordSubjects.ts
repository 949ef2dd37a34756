import type { Series } from "@/generated/prisma/enums";
import { type Day, dayOf } from "@/lib/dates";
import { db } from "@/lib/db";

/** What a line was about, as far as the auditor may know it: whose, which number, never a text. */
export type Subject =
  | { kind: "issue"; publication: string; year: number; series: Series; number: string | null; edition: number }
  | { kind: "item"; office: string; day: Day }
  | { kind: "account"; name: string; account: string }
  | { kind: "other"; name: string };

/** By the id that a line has of it. What is not there any more is not in it. */
export type Subjects = ReadonlyMap<string, Subject>;

type Line = { itemId: string | null; issueId: string | null; subjectId: string | null; detail: unknown };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** All that these lines name, in as many questions as there are tables, however many lines there are. */
export async function subjectsOf(lines: Line[]): Promise<Subjects> {
  // What an act says of itself, and what was refused, can name another by its id as well.
  const told = lines.flatMap(({ detail }) => Object.values(detail as object).filter((each) => uuid.test(String(each))));
  const [items, issues, others] = [
    given([...lines.map(({ itemId }) => itemId), ...told]),
    given([...lines.map(({ issueId }) => issueId), ...told]),
    given([...lines.map(({ subjectId }) => subjectId), ...told]),
  ];
  const name = { id: true, name: true } as const;
  const found = await Promise.all([
    items.length ? db.item.findMany({ where: { id: { in: items } }, select: ofItem }) : [],
    issues.length ? db.issue.findMany({ where: { id: { in: issues } }, select: ofIssue }) : [],
    others.length ? db.account.findMany({ where: { id: { in: others } }, select: { ...name, account: true } }) : [],
    others.length ? db.office.findMany({ where: { id: { in: others } }, select: name }) : [],
    others.length ? db.official.findMany({ where: { id: { in: others } }, select: name }) : [],
    others.length ? db.publication.findMany({ where: { id: { in: others } }, select: name }) : [],
  ]);
  const [itemRows, issueRows, accounts, ...named] = found;
  return new Map<string, Subject>([
    ...itemRows.map(({ id, office, createdAt }): [string, Subject] => [
      id,
      { kind: "item", office: office.shortName, day: dayOf(createdAt) },
    ]),
    ...issueRows.map(({ id, publication, number, lastNumber, ...rest }): [string, Subject] => [
      id,
      { kind: "issue", publication: publication.name, number: numberOf(number, lastNumber), ...rest },
    ]),
    ...accounts.map(({ id, ...rest }): [string, Subject] => [id, { kind: "account", ...rest }]),
    ...named.flat().map(({ id, ...rest }): [string, Subject] => [id, { kind: "other", ...rest }]),
  ]);
}

const ofItem = { id: true, createdAt: true, office: { select: { shortName: true } } } as const;
const ofIssue = {
  ...{ id: true, year: true, series: true, number: true, lastNumber: true, edition: true },
  publication: { select: { name: true } },
} as const;

function given(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function numberOf(number: number | null, last: number | null): string | null {
  if (number === null) return null;
  return last ? `${number}—${last}` : String(number);
}
