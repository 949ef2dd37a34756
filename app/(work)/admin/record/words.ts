import { getLocale, getTranslations } from "next-intl/server";
import type { Subject, Subjects } from "@/bulletin/people/recordSubjects";
import { editionWords } from "@/components/editionWords";
import { formatDay, formatStamp } from "@/lib/dates";

type RecordWords = Awaited<ReturnType<typeof recordWords>>;

/** What the lines of the record are told with: acts and reasons, the rules of signing in, roles, numbers of issues. */
export async function recordWords() {
  const [record, rules, roles, issueName, locale] = await Promise.all([
    getTranslations("record"),
    getTranslations("accountPolicy"),
    getTranslations("roles"),
    getTranslations("issueName"),
    getLocale(),
  ]);
  return { record, rules, roles, issueName, locale };
}

/** An act as a person reads it. */
export function actName(act: string, { record }: RecordWords): string {
  return record.has(act as "submit") ? record(act as "submit") : act;
}

/** A for B, where a deputy did it; of a link no more is known than that somebody had it. */
export function whoOf(
  { act, actorName, detail }: { act: string; actorName: string; detail: unknown },
  { record }: RecordWords,
): string {
  if (act === "setPassword" && !actorName) return record("holder");
  const { inPlaceOf } = detail as { inPlaceOf?: string };
  return inPlaceOf ? `${actorName} ${record("inPlaceOf", { name: inPlaceOf })}` : actorName;
}

type Line = { actorId?: string | null; itemId?: string | null; issueId?: string | null; subjectId?: string | null };

/** What a line was about, each with its id: item and issue, or else what it names; not the person who did it. */
export function subjectsIn(line: Line, subjects: Subjects, words: RecordWords): { id: string; name: string }[] {
  const { actorId, itemId, issueId, subjectId } = line;
  const other = itemId || issueId || subjectId === actorId ? null : subjectId;
  return [itemId, issueId, other].flatMap((id) => (id ? [{ id, name: nameOf(id, subjects, words) }] : []));
}

/** 工作周报2026年第19期, 青禾区5月8日的稿件, 周若兰（editor）; the id of what is not there any more. */
function nameOf(id: string, subjects: Subjects, words: RecordWords): string {
  const subject = subjects.get(id);
  return subject ? named(subject, words) : id;
}

function named(subject: Subject, { record, issueName, locale }: RecordWords): string {
  switch (subject.kind) {
    case "issue": {
      const { publication, number, series, edition } = subject;
      const year = String(subject.year);
      if (number === null) return record("subjects.unnumbered", { publication, year });
      const words = { publication, year, number: issueName(series, { number }) };
      const name = record("subjects.issue", words);
      return edition > 1 ? `${name} ${editionWords(issueName, edition)}` : name;
    }
    case "item":
      return record("subjects.item", {
        office: subject.office,
        day: formatDay(subject.day, locale, { weekday: false }),
      });
    case "account":
      return record("subjects.account", subject);
    case "other":
      return subject.name;
  }
}

/** What an act says of itself in one line: names, roles, reasons, numbers. Texts are never in it. */
export function aboutOf(detail: unknown, words: RecordWords, subjects: Subjects = new Map()): string {
  const { record, rules, roles } = words;
  const all = detail as Record<string, unknown>;
  const listed = (list: unknown[]) =>
    list.map((each) => (roles.has(each as "editor") ? roles(each as "editor") : String(each))).join(" ");
  const { number, year } = all;
  const hasNumber = typeof number === "number" && typeof year === "number";
  return Object.entries(all)
    .filter(([key]) => key !== "inPlaceOf" && !(key === "year" && hasNumber))
    .flatMap(([key, value]) => {
      if (key === "reason" && typeof value === "string" && record.has(`reasons.${value}` as "reasons.missing"))
        return record(`reasons.${value}` as "reasons.missing");
      if (key === "number" && hasNumber) return record("yearNumber", { year: String(year), number: String(number) });
      if (key === "act" && typeof value === "string") return actName(value, words);
      if (typeof value === "number" && record.has(`figures.${key}` as "figures.lines"))
        return record(`figures.${key}` as "figures.lines", { count: value });
      if (key === "more") return record("more", { count: Number(value) });
      if (key === "changes") return changesIn(value as Record<string, string>, record);
      if (typeof value === "string" && rules.has(`labels.${key}` as "labels.history"))
        return `${rules(`labels.${key}` as "labels.history")} ${changeOf(value, rules)}`;
      if (key === "after" && Array.isArray(all.before)) return [];
      if (key === "before" && Array.isArray(value) && Array.isArray(all.after)) {
        const [was, is] = [value, all.after].map((list) => listed(list) || record("changeWords.none"));
        return was === is ? was : `${was} → ${is}`;
      }
      if (Array.isArray(value)) return listed(value);
      if (typeof value === "string" && moment.test(value)) return formatStamp(new Date(value));
      if (typeof value === "string" && subjects.has(value)) return nameOf(value, subjects, words);
      // What was not given, or not allowed, says nothing; a yes alone would not say to what.
      return value === "" || value === null || typeof value === "boolean" ? [] : String(value);
    })
    .join("　");
}

/** 单位 甲 → 乙: what an administrator changed (bulletin/people/changes.ts). */
function changesIn(changes: Record<string, string>, record: RecordWords["record"]): string[] {
  const worded = (one: string) =>
    record.has(`changeWords.${one}` as "changeWords.none") ? record(`changeWords.${one}` as "changeWords.none") : one;
  return Object.entries(changes).map(
    ([name, change]) => `${record(`changes.${name}` as "changes.name")} ${change.split(" → ").map(worded).join(" → ")}`,
  );
}

const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Before and after of a rule (`5 → 6`), of which one is a word and no figure. */
function changeOf(value: string, rules: RecordWords["rules"]): string {
  const named = (one: string) =>
    rules.has(`secondSteps.${one}` as "secondSteps.nobody") ? rules(`secondSteps.${one}` as "secondSteps.nobody") : one;
  return value.split(" → ").map(named).join(" → ");
}
