import type { getTranslations } from "next-intl/server";
import writeExcelFile, { type Cell, type Row, type Sheet } from "write-excel-file/node";
import { type exportOf, mostDetails } from "@/bulletin/archive/statistics/export";
import { forms, rateOf, type Tally } from "@/bulletin/archive/statistics/tallies";
import { day, number, percent, share, sheet, text } from "../cells";
import { pointName } from "../pointName";

type Export = Awaited<ReturnType<typeof exportOf>>;
type Say = Awaited<ReturnType<typeof getTranslations<"stats">>>;
type State = Awaited<ReturnType<typeof getTranslations<"states.item">>>;

/** The statistics as a workbook: offices, issues, sections, items. */
export async function workbookOf(of: Export, say: Say, state: State, locale: string): Promise<Uint8Array> {
  const sheets = [
    officesSheet(of, say),
    pointsSheet(of, say, locale),
    sectionsSheet(of, say),
    detailsSheet(of, say, state),
  ];
  return writeExcelFile(sheets).toBuffer();
}

function officesSheet({ offices, total, selection }: Export, say: Say): Sheet<never> {
  const heads = [
    say("sheets.kind"),
    say("office"),
    ...figureHeads(say),
    ...forms.map((form) => say(`forms.${form}`)),
    say("last"),
  ];
  const row = (kind: string, name: string, tally: Tally, bold = false): Row => [
    ...[text(kind, bold), text(name, bold)],
    ...figures(tally, bold),
    ...forms.map((form) => number(tally[form], bold)),
    day(tally.last),
  ];
  const rows = offices.map(({ kind, name, tally }) => row(say(`kinds.${kind}`), name, tally));
  return sheet(
    say("sheets.offices"),
    heads,
    [...rows, ...(selection.whole ? [row("", say("total"), total, true)] : [])],
    [10, 30, 10, 10, 10, 10, 10, 10, 14],
  );
}

function pointsSheet({ points }: Export, say: Say, locale: string): Sheet<never> {
  const heads = [
    say(`stretch.${points[0]?.unit ?? "month"}`),
    say("sheets.from"),
    say("sheets.to"),
    ...figureHeads(say),
  ];
  const rows = points.map((point) => [
    text(pointName(say, point, locale)),
    // The first issue of all takes what came before, from whenever.
    day(point.from < "1949" ? null : point.from),
    day(point.to),
    ...figures(point),
  ]);
  return sheet(say("sheets.issues"), heads, rows, [16, 14, 14, 10, 10, 10]);
}

function sectionsSheet({ sections }: Export, say: Say): Sheet<never> {
  const rows = sections.map((line) => [text(line.name || say("noSection")), ...figures(line)]);
  return sheet(say("sheets.sections"), [say("section"), ...figureHeads(say)], rows, [30, 10, 10, 10]);
}

function detailsSheet({ details, hasAll }: Export, say: Say, state: State): Sheet<never> {
  const heads = [
    say("office"),
    say("list.title"),
    say("list.sentOn"),
    say("list.state"),
    say("list.printedIn"),
    say("sheets.day"),
    say("share"),
  ];
  const rows = details.map(({ office, title, sentOn, state: at, printings }) => [
    ...[text(office), text(title ?? say("list.notYours")), day(sentOn), text(state(at))],
    text(printings.map((each) => `${each.publication} ${each.year}-${each.number ?? ""}`).join("; ")),
    day(printings[0]?.day ?? null),
    share(printings[0]?.changed ?? null),
  ]);
  const more = hasAll ? [] : [[text(say("sheets.tooMany", { max: mostDetails }))]];
  return sheet(say("sheets.details"), heads, [...rows, ...more], [14, 50, 14, 10, 30, 14, 10]);
}

const figureHeads = (say: Say): string[] => [say("sent"), say("adopted"), say("rate")];

function figures(tally: { sent: number; adopted: number }, bold = false): Cell[] {
  const rate = rateOf(tally);
  return [number(tally.sent, bold), number(tally.adopted, bold), rate === null ? null : percent(rate, bold)];
}
