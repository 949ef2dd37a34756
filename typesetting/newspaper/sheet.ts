import { printableLine } from "../data/text";
import type { PressIssue } from "../document";
import { words } from "../words";
import { emsOf } from "./ems";
import { type Grid, pitch } from "./grid";
import { pageName } from "./notes";

/** What stands around the columns: nameplate, running heads, foot lines. Words are in `words.ts`. */
export function sheetOf(issue: PressIssue, grid: Grid, pages: number) {
  const { masthead, imprint, settings } = issue;
  const line = printableLine;
  const { slogan, ears, latin } = settings.newspaper;
  const number = [line(masthead.number), masthead.tentative ? words.tentative : "", line(masthead.total)];
  const [year = "", month = "", day = ""] = masthead.day.split("-");
  const { editors, reviewers, signer, phone, email, copies } = imprint;
  const named = (label: string, text: string) => (text.trim() ? [`${label}：${line(text)}`] : []);
  return {
    document: {
      title: `${line(masthead.title)} ${line(masthead.number)}`,
      author: line(masthead.issuer),
      day: [year, month, day].map(Number),
    },
    nameplate: {
      title: line(masthead.title),
      ems: emsOf(line(masthead.title)),
      region: line(masthead.region),
      latin: line(latin),
      slogan: slogan.map(line).filter(Boolean),
      day: String(Number(day)),
      month: `${year} 年 ${Number(month)} 月`,
      weekday: line(masthead.weekday),
      number: number.filter(Boolean).join(""),
      pages: words.pagesToday(pages),
      ears: [
        [line(ears.left) || line(masthead.issuer), masthead.internal ? words.internal : ""].filter(Boolean).join("　"),
        line(ears.right),
      ],
    },
    running: {
      date: line(masthead.date),
      weekday: line(masthead.weekday),
      editors: named(words.newspaper.editors, editors).join(""),
    },
    foot: {
      left: [...named(words.newspaper.email, email), ...named(words.newspaper.phone, phone)].join("　"),
      right: [
        ...named(words.newspaper.editors, editors),
        ...named(words.imprint.reviewers, reviewers),
        ...named(words.imprint.signer, signer),
        ...(copies > 0 ? [words.copies(copies)] : []),
      ].join("　"),
    },
    grid: { ...grid, pitch },
  };
}

export function titleOf(issue: PressIssue, page: number): string {
  return printableLine(issue.sections[page]?.title ?? "") || pageName(page + 1);
}
