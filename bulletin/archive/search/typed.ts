import { longest } from "./address";
import { gramsOf, normal } from "./normal";

/** What somebody typed into the box, understood: what must stand in a text, and what must not. */
export type Typed = { must: string[]; never: string[]; isCut: boolean };

const most = 12;

/**
 * Words stand apart by spaces; “…”, 「…」 and "…" hold one together, a dash before it leaves out what
 * has it. Everything else is meant as it is typed: no sign is an operator. What is too long is cut.
 */
export function understand(text: string): Typed {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these cannot stand in any text
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/g, " ");
  const all = [...clean];
  const parts = partsOf(numbersTogether(all.slice(0, longest).join("")));
  const words = parts.flatMap(({ word, isLeftOut }) => {
    const one = normal(word);
    return gramsOf(one).length ? [{ word: one, isLeftOut }] : [];
  });
  const kept = words.slice(0, most);
  const of = (isLeftOut: boolean) => [
    ...new Set(kept.filter((each) => each.isLeftOut === isLeftOut).map(({ word }) => word)),
  ];
  return { must: of(false), never: of(true), isCut: all.length > longest || words.length > most };
}

/** 第 18 期 is 第18期, 2026 年 is 2026年: a number that is written apart is still one word. */
function numbersTogether(text: string): string {
  return text
    .replace(/第\s+(?=[\d０-９])/g, "第")
    .replace(/([\d０-９])\s+(?=[期年月日号次届])/g, "$1")
    .replace(/([年月])\s+(?=[\d０-９])/g, "$1");
}

// A quotation that is not closed goes to the end.
const part =
  /([-－﹣−]?)(?:“([^”]*)(?:”|$)|「([^」]*)(?:」|$)|『([^』]*)(?:』|$)|["＂]([^"＂]*)(?:["＂]|$)|([^\s"＂“「『]+))/gu;

function partsOf(text: string): { word: string; isLeftOut: boolean }[] {
  return [...text.matchAll(part)].map(([, dash, ...inner]) => ({
    word: inner.find((each) => each !== undefined) ?? "",
    isLeftOut: Boolean(dash),
  }));
}
