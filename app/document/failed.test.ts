import { expect, test } from "vitest";
import en from "@/messages/en";
import zh from "@/messages/zh-CN";
import { textOf } from "./pieces";
import { failed } from "./showing";

test.each([
  ["zh-CN", zh.error],
  ["en", en.error],
] as const)(
  "a page that did not open has the words for each hindrance, hidden until one is found: %s",
  (locale, words) => {
    const text = textOf(failed(locale).pieces).replaceAll("&#39;", "'").replaceAll("&#x27;", "'");
    for (const [name, { title, fact }] of Object.entries(words.hindered)) {
      const shown = new RegExp(`<div data-hindrance="${name}" hidden(="")?>(.*?)(<div data-hindrance|</main>)`).exec(
        text,
      );
      expect(shown?.[2]).toContain(title);
      expect(shown?.[2]).toContain(fact);
    }
    expect(text).toMatch(/<div data-hindrance="none"><div/);
  },
);
