import { type Day, earlierDay, formatMasthead } from "@/lib/dates";
import { percent } from "@/lib/percent";
import type { NoticeDocument, NoticeTable } from "@/typesetting/notice/notice";
import type { Period } from "../period";
import type { OfficeTally } from "./overview";
import type { CountedOffice, Selection } from "./selection";
import type { Silent } from "./silence";
import { forms, rateOf, type Tally } from "./tallies";
import type { Times } from "./times";

/** What a notice is made of: the figures of a selection, the names of the silent, who issues it and when. */
export type Told = {
  selection: Selection;
  offices: OfficeTally[];
  total: Tally;
  silent: Silent[];
  unheard: CountedOffice[];
  answer: Pick<Times, "mean">;
  printing: Pick<Times, "mean">;
  issuer: string;
  day: Day;
};

const kinds = { county: "区县", committee: "专委会", secretariat: "主管单位" } as const;
const formNames = { story: "综合稿", brief: "简讯", merged: "合编" } as const;

/**
 * A notice (通报) in words. What is printed is Chinese, whatever the interface speaks; every sentence states a
 * figure, and nobody is ranked.
 */
export function noticeText(told: Told): NoticeDocument {
  const { selection, offices, issuer, day } = told;
  const about = `${periodInChinese(selection.period)}${selection.publication ? `《${selection.publication.name}》` : ""}`;
  const section = selection.section ? `“${selection.section}”栏目` : "";
  return {
    title: `关于${about}${section}信息采用情况的通报`,
    to: "各报送单位：",
    opening: `现将${about}${section}信息报送和采用情况通报如下。`,
    parts: [
      { heading: "一、总体情况", paragraphs: [sumOf(told)] },
      {
        heading: "二、各单位情况",
        paragraphs: ["各单位按名录顺序排列，不计分、不排名；合编稿每家各计1篇。"],
        table: tableOf(offices, told.total),
      },
      { heading: "三、零报送和无采用单位", paragraphs: silenceOf(told) },
    ],
    issuer,
    date: formatMasthead(day),
    day,
  };
}

/** 2026年第1—19期, 2026年第一季度, 2026年5月. */
export function periodInChinese({ kind, year, part = 1, first, last, from, to }: Period): string {
  if (kind === "issues") return first === last ? `${year}年第${first}期` : `${year}年第${first}—${last}期`;
  if (kind === "year") return `${year}年`;
  if (kind === "quarter") return `${year}年第${["一", "二", "三", "四"][part - 1]}季度`;
  if (kind === "month") return `${year}年${part}月`;
  return `${formatMasthead(from)}至${from.slice(0, 4) === to.slice(0, 4) ? formatMasthead(to).slice(5) : formatMasthead(to)}`;
}

function sumOf({ selection: { period }, offices, total, answer, printing, day }: Told): string {
  const sending = offices.filter(({ tally }) => tally.sent).length;
  const rate = rateOf(total);
  const used = forms.filter((form) => total[form]).map((form) => `${formNames[form]}${total[form]}篇`);
  return [
    `截至${formatMasthead(earlierDay(period.to, day))}，${sending}家单位报送稿件${total.sent}篇，采用${total.adopted}篇`,
    rate === null ? "。" : `，采用率${percent(rate)}。`,
    used.length ? `采用的稿件中，${used.join("，")}。` : "",
    answer.mean === null ? "" : `从报送到首次答复平均${answer.mean.toFixed(1)}天。`,
    printing.mean === null ? "" : `从报送到刊发平均${printing.mean.toFixed(1)}天。`,
  ].join("");
}

function tableOf(offices: OfficeTally[], total: Tally): NoticeTable {
  const merged = total.merged > 0;
  const shown = forms.filter((form) => form !== "merged" || merged);
  const rate = (tally: Tally) => percent(rateOf(tally));
  const row = (name: string, tally: Tally) => [
    ...[name, String(tally.sent), String(tally.adopted), rate(tally)],
    ...shown.map((form) => String(tally[form])),
  ];
  const present = [...new Set(offices.map(({ kind }) => kind))];
  return {
    heads: ["单位", "报送", "采用", "采用率", ...shown.map((form) => formNames[form])],
    groups: present.map((kind) => {
      const rows = offices
        .filter((office) => office.kind === kind)
        .map(({ shortName, tally }) => row(shortName, tally));
      return { name: `${kinds[kind]}（${rows.length}家）`, rows };
    }),
    sum: row("合计", total),
  };
}

function silenceOf({ silent, unheard }: Told): string[] {
  const weeks = ({ since, weeks: count }: Silent) =>
    since && count > 1 ? `（连续${count}周）` : since ? "" : "（从未报送）";
  const none = silent.map((each) => `${each.office.shortName}${weeks(each)}`);
  return [
    none.length ? `零报送的单位：${none.join("、")}。` : "各单位均有报送。",
    ...(unheard.length ? [`有报送、无采用的单位：${unheard.map(({ shortName }) => shortName).join("、")}。`] : []),
  ];
}
