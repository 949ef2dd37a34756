import type { OfficeKind, Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { type Day, dayOf, fromColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { countedOffices, isOfficeSide, isSecretariat } from "../../policy";
import { noSection, type StatisticsFilter } from "./filter";
import { beginning, type IssueOut, issuesOut } from "./issuesOut";
import { type AskedPeriod, calendarPeriod, numbersOf, yearNow } from "./period";
import type { Scope } from "./scope";

export type CountedOffice = { id: string; name: string; shortName: string; kind: OfficeKind; closedOn: Day | null };
export type CountedPublication = { id: string; name: string; sections: { id: string; title: string }[] };

/** What the person asked for, within what they see: the period, the offices in their fixed order, the scope of the counts. */
export type Selection = {
  /** Whether all offices are seen; an office sees itself alone. */
  whole: boolean;
  publications: CountedPublication[];
  publication: CountedPublication | null;
  period: AskedPeriod;
  /** The issues of the period, where one publication is chosen. */
  issues: IssueOut[];
  /** All its issues of that year by number, and the years there is anything of: what can be chosen. */
  numbers: number[];
  years: number[];
  section: string;
  sections: string[];
  officeKind: OfficeKind | null;
  /** In the order of the roster, kind by kind: never a ranking. Closed ones too: they count for their time. */
  offices: CountedOffice[];
  scope: Scope;
};

const kinds: OfficeKind[] = ["county", "committee", "secretariat"];

/**
 * Resolves a filter. Without a word: the first publication, this year's issues so far; where none is out yet,
 * this year. Refused as not there: whoever is neither of the secretariat nor of an office that sends.
 */
export async function selectionOf(actor: Actor, filter: StatisticsFilter): Promise<Selection> {
  if (!isSecretariat(actor) && !isOfficeSide(actor)) throw missing();
  const publications = await db.publication.findMany({
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, name: true, sections: { orderBy: { order: "asc" }, select: { id: true, title: true } } },
  });
  const publication = publicationOf(publications, filter);
  const out = publication ? await issuesOut(publication.id) : [];
  const period = periodOf(filter, out);
  const issues = issuesIn(period, out);
  const sections = [...new Set((publication ? [publication] : publications).flatMap(titles))];
  const { section } = filter;
  const whole = isSecretariat(actor);
  const officeKind = whole ? filter.officeKind : null;
  const offices = await officesIn(actor, officeKind);
  const scope: Scope = {
    ...{ from: period.from, to: period.to, publicationId: publication?.id ?? null, officialId: null, kind: null },
    issueIds: period.kind === "issues" ? issues.map(({ id }) => id) : null,
    section: section ? { title: section, ids: idsOf(section, publication ? [publication] : publications) } : null,
    officeIds: whole && !officeKind ? null : offices.map(({ id }) => id),
  };
  return {
    ...{ whole, publications, publication, period, issues, section, sections, offices, scope },
    numbers: out.filter(({ year }) => year === period.year).map(({ number }) => number),
    years: await yearsOf(),
    officeKind,
  };
}

function publicationOf(publications: CountedPublication[], { publication }: StatisticsFilter) {
  if (publication === "all") return null;
  return publications.find(({ id }) => id === publication) ?? publications[0] ?? null;
}

function periodOf(filter: StatisticsFilter, out: IssueOut[]): AskedPeriod {
  const year = filter.year ?? yearNow();
  const ofYear = out.filter((issue) => issue.year === year);
  if (!ofYear.length || (filter.period && filter.period !== "issues")) return calendarPeriod(filter);
  const { turned, ...asked } = numbersOf(filter);
  const chosen = ofYear.filter(({ number }) => number >= (asked.first ?? 1) && number <= (asked.last ?? number));
  const issues = chosen.length ? chosen : ofYear;
  const [first = 1, ...more] = issues.map(({ number }) => number).sort((a, b) => a - b);
  // They stand in the order in which they went out.
  const days = { from: issues[0]?.from ?? beginning, to: issues.at(-1)?.to ?? today() };
  return { kind: "issues", year, first, last: more.at(-1) ?? first, ...days, turned };
}

function issuesIn(period: AskedPeriod, out: IssueOut[]): IssueOut[] {
  const { kind, year, first = 0, last = 0, from, to } = period;
  return out.filter((issue) =>
    kind === "issues"
      ? issue.year === year && issue.number >= first && issue.number <= last
      : issue.day >= from && issue.day <= to,
  );
}

const titles = ({ sections }: CountedPublication) => sections.map(({ title }) => title);

function idsOf(section: string, publications: CountedPublication[]): string[] | null {
  if (section === noSection) return null;
  return publications.flatMap(({ sections }) => sections.flatMap(({ id, title }) => (title === section ? id : [])));
}

async function officesIn(actor: Actor, kind: OfficeKind | null): Promise<CountedOffice[]> {
  const where: Prisma.OfficeWhereInput = { AND: [countedOffices(actor), kind ? { kind } : {}] };
  const rows = await db.office.findMany({
    where,
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { id: true, name: true, shortName: true, kind: true, closedAt: true },
  });
  return rows
    .map(({ closedAt, ...office }) => ({ ...office, closedOn: closedAt && dayOf(closedAt) }))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

/** From the first item to the present. */
async function yearsOf(): Promise<number[]> {
  // Not `aggregate`: Prisma reads the whole table for it.
  const earliest = await db.sentItem.findFirst({ orderBy: { day: "asc" }, select: { day: true } });
  const last = yearNow();
  const first = Math.min(Number((earliest && fromColumn(earliest.day).slice(0, 4)) ?? last), last);
  return Array.from({ length: last - first + 1 }, (_, at) => last - at);
}
