import { compact } from "./characters";
import type { Line } from "./lines";
import type { Found } from "./mastheadAround";
import { hourPattern, isIssuer, isPlace, isWeekday } from "./mastheadWords";

/** Where no line above is known as a title, the nearest is it; an office alone above it, with none below, issued it. */
export function completeTitle(lines: Line[], { zones }: Found): void {
  const all = [...zones.keys()].sort((a, b) => a - b).map((index) => lines[index] as Line);
  const cuts = all.flatMap((line) => line.cuts?.map((cut) => ({ line, cut })) ?? []);
  const titled = [...zones].filter(([, zone]) => zone === "title").map(([index]) => lines[index] as Line);
  const named = cuts.filter(({ line }) => titled.includes(line));
  if (!cuts.some(({ cut }) => cut.label === "publication")) {
    const last = named.findLast(({ cut }) => cut.label === "mastheadOther") ?? named.at(-1);
    if (last && last.cut.label !== "marking") last.cut.label = "publication";
  }
  if (!cuts.some(({ cut }) => cut.label === "issuer")) {
    const below = cuts.find(
      ({ line, cut }) => cut.label === "mastheadOther" && !titled.includes(line) && line.width > 4,
    );
    const alone = named.find(
      ({ line, cut }) =>
        cut.label === "region" && line.cuts?.length === 1 && isIssuer(line.tight) && !isPlace(line.tight),
    );
    if (below && !isWeekday(below.line.tight) && isOffice(below)) below.cut.label = "issuer";
    else if (alone) alone.cut.label = "issuer";
  }
  // The office that stands above its title, and signs below it again, is no place.
  const word = ({ line, cut }: (typeof cuts)[number]) => compact(line.text.slice(cut.from, cut.to));
  const issuers = cuts.filter(({ cut }) => cut.label === "issuer").map((each) => word(each).replace(/编印?$/, ""));
  for (const each of named)
    if (each.cut.label === "region" && !isPlace(word(each)) && issuers.includes(word(each))) each.cut.label = "issuer";
  for (const line of all) line.label = line.cuts?.[0]?.label ?? line.label;
}

function isOffice({ line, cut }: { line: Line; cut: { from: number; to: number } }): boolean {
  const text = line.text.slice(cut.from, cut.to);
  return (
    /[\u4e00-\u9fff]{3}/.test(text) &&
    !/^[（(]|今日|农历|版$|网址|代号|刊号/.test(text) &&
    !hourPattern.test(text) &&
    !isWeekday(text.replace(/\s/g, ""))
  );
}

export function titleOf(lines: Line[], { zones }: Found): string | null {
  for (const index of zones.keys()) {
    const line = lines[index];
    const cut = line?.cuts?.find(({ label }) => label === "publication");
    if (line && cut) return line.text.slice(cut.from, cut.to).replace(/[\s*#]+/g, "");
  }
  return null;
}
