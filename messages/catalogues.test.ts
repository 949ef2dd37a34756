import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import en from "./en";
import zh from "./zh-CN";

type Tree = { [key: string]: string | Tree };
type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

const catalogues = { "zh-CN": leavesOf(zh), en: leavesOf(en) };

/** The marks of the house, the name of the other language, and a label that is printed on a Chinese page. */
const chineseInEnglish = ["brand.name", "lists.newLine", "nav.mark", "nav.otherLanguage", "setUp.mark", "signIn.mark"];
const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

describe.each(Object.entries(catalogues))("%s", (locale, leaves) => {
  it("parses as ICU MessageFormat", () => {
    const broken = Object.entries(leaves).flatMap(([key, sentence]) => {
      try {
        astOf(sentence, locale);
        return [];
      } catch (error) {
        return [`${key}: ${error}`];
      }
    });
    expect(broken).toEqual([]);
  });

  it("has no empty sentence", () => {
    expect(keysWhere(leaves, (sentence) => !sentence.trim())).toEqual([]);
  });

  it("does not shout", () => {
    expect(keysWhere(leaves, (sentence) => /[!！]/.test(sentence))).toEqual([]);
  });
});

describe("zh-CN", () => {
  it("sets a space between Chinese and Latin words, wherever a name comes to stand", () => {
    const touching = /\p{Script=Han}[A-Za-z]|[A-Za-z]\p{Script=Han}/u;
    const own = (sentence: string) => textsIn(astOf(sentence, "zh-CN")).some((text) => touching.test(text));
    expect(keysWhere(catalogues["zh-CN"], own)).toEqual([]);
    const { deviceWords, browsers, systems } = zh.account;
    const devices = Object.values(browsers).flatMap((browser) =>
      Object.values(systems).map((system) => deviceWords.replace("{browser}", browser).replace("{system}", system)),
    );
    expect(devices.filter((device) => touching.test(device))).toEqual([]);
  });
});

describe("both catalogues", () => {
  it("have the same keys", () => {
    expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues["zh-CN"]).sort());
  });

  it("have the same placeholders and tags", () => {
    const placeholders = (leaves: Record<string, string>, locale: string) =>
      Object.fromEntries(
        Object.entries(leaves).map(([key, sentence]) => [key, [...new Set(namesIn(astOf(sentence, locale)))].sort()]),
      );
    expect(placeholders(catalogues.en, "en")).toEqual(placeholders(catalogues["zh-CN"], "zh-CN"));
  });
});

describe("en", () => {
  it("has Chinese only where the page does", () => {
    expect(keysWhere(catalogues.en, (sentence) => chinese.test(sentence))).toEqual(chineseInEnglish);
  });

  it("tells one from many wherever it declines a noun", () => {
    const lacking = keysWhere(catalogues.en, (sentence) =>
      pluralsIn(astOf(sentence, "en")).some((forms) => !forms.includes("one") || !forms.includes("other")),
    );
    expect(lacking).toEqual([]);
  });
});

function leavesOf(tree: Tree, path = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[path + key, value]] : Object.entries(leavesOf(value, `${path}${key}.`)),
    ),
  );
}

function keysWhere(leaves: Record<string, string>, holds: (sentence: string) => boolean): string[] {
  return Object.keys(leaves)
    .filter((key) => holds(leaves[key] ?? ""))
    .sort();
}

function astOf(sentence: string, locale: string): Element[] {
  return new IntlMessageFormat(sentence, locale).getAst();
}

function inside(element: Element): Element[] {
  if ("children" in element) return element.children;
  if ("options" in element) return Object.values(element.options).flatMap(({ value }) => value);
  return [];
}

/** What stands between the placeholders, in each of the branches. */
function textsIn(elements: Element[]): string[] {
  return elements.flatMap((element) => [
    ...(element.type === 0 ? [String(element.value)] : []),
    ...textsIn(inside(element)),
  ]);
}

/** `count` for `{count}` and `{count, plural, …}`, `<b>` for a tag; a literal and `#` have no name. */
function namesIn(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    const isNamed = "value" in element && element.type !== 0;
    const own = isNamed ? ["children" in element ? `<${element.value}>` : element.value] : [];
    return [...own, ...namesIn(inside(element))];
  });
}

function pluralsIn(elements: Element[]): string[][] {
  return elements.flatMap((element) => {
    const own = "pluralType" in element ? [Object.keys(element.options)] : [];
    return [...own, ...pluralsIn(inside(element))];
  });
}
