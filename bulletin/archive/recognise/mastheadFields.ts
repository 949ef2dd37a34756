import { compact, half } from "./characters";
import { fullDayIn } from "./days";
import type { Label } from "./labels";
import { plain } from "./marks";
import { numeralClass, numeralOf } from "./numerals";
import type { RecognisedIssue } from "./recognised";

const numbers = new RegExp(`第?((?:[${numeralClass}]+)(?:(?:[、,，—–~～-]|至|和|及)+[${numeralClass}]+)*)[期号]?`);
const yearBefore = new RegExp(`([${numeralClass}]{4})年?[〕\\]］）)]?(?=第|增|总|[${numeralClass}])`);

/** Puts what a piece of the masthead says into its field. False where it says nothing that can be read. */
export function fillMasthead(issue: RecognisedIssue, label: Label, text: string): boolean {
  const read = plain(text);
  const tight = compact(read);
  if (tight.includes("增刊")) issue.series = "supplement";
  switch (label) {
    case "region":
      return set(issue, "region", tight);
    case "publication":
      return set(issue, "publication", tight.replace(/^[《【]|[》】]$/g, ""));
    case "issuer":
      return set(issue, "issuer", issuerOf(tight));
    case "marking":
      return set(issue, "marking", read.replace(/^[【（(［[]|[】）)］\]]$/g, "").trim());
    case "total":
      return set(issue, "total", numbersIn(tight.replace(/^.*?总/, ""))[0] ?? null);
    case "date": {
      const inYear = issue.year !== null && !/年/.test(read) ? fullDayIn(`${issue.year}年${read}`) : null;
      const day = (fullDayIn(read) ?? inYear)?.day ?? null;
      if (day) issue.year = Number(day.slice(0, 4));
      return set(issue, "date", day);
    }
    case "number": {
      const bare = half(tight);
      const year = yearBefore.exec(bare);
      if (year && issue.year === null) issue.year = numeralOf(year[1] ?? "");
      const found = numbersIn(year ? bare.slice(year.index + year[0].length) : bare);
      if (!found.length || issue.numbers.length) return bare.includes("增刊") || sameNumbers(found, issue.numbers);
      issue.numbers = found;
      return true;
    }
    case "mastheadOther":
      // The period that a weekly covers says its year.
      issue.year ??= numeralOf(/([0-9]{4})年/.exec(half(tight))?.[1] ?? "");
      return false;
    default:
      return false;
  }
}

/** Where nothing but 总第84期 counts the issues, that is their number. */
export function completeNumber(issue: RecognisedIssue): void {
  if (!issue.numbers.length && issue.total !== null && issue.series === "regular") issue.numbers = [issue.total];
}

function set<K extends "region" | "publication" | "issuer" | "marking" | "total" | "date">(
  issue: RecognisedIssue,
  key: K,
  value: RecognisedIssue[K],
): boolean {
  if (value === null || value === "") return false;
  if (issue[key] !== null) return issue[key] === value;
  issue[key] = value;
  return true;
}

function sameNumbers(some: number[], others: number[]): boolean {
  return some.length > 0 && some.join() === others.join();
}

/** 主办：…, …编印, …编: the office alone. */
function issuerOf(tight: string): string {
  return tight
    .replace(/^(主办|编印|编发|承办|编辑|印发|主编|编制|编)(单位|机关|部门)?[：:]/, "")
    .replace(/(?<=.{4})(编印|主办|编发|印发|编制|编)$/, "");
}

/** 第 18 期 → 18; 第 3、4 期, 第3-4期 → 3 and 4. */
function numbersIn(tight: string): number[] {
  const found = numbers.exec(half(tight));
  return found ? (found[1] ?? "").split(/[、,，—–~～至和及-]+/).flatMap((each) => numeralOf(each) ?? []) : [];
}
