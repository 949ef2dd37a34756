import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import en from "@/messages/en";
import zh from "@/messages/zh-CN";
import { timeZone } from "./dates";
import type { Language } from "./languages";

export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
export type Say<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>;

const catalogues: Record<Language, Messages> = { "zh-CN": zh, en: en as Messages };
const kept = new Map<string, unknown>();

/**
 * The sentences of a namespace, with all that was worked out for one request kept for the next: for pages that
 * are opened hundreds of times a second. Everywhere else `getTranslations` does.
 */
export function sayIn<N extends Namespace>(locale: Language, namespace: N): Say<N> {
  const key = `${locale} ${namespace}`;
  const say = kept.get(key) ?? createTranslator({ locale, namespace, messages: catalogues[locale], timeZone });
  kept.set(key, say);
  return say as Say<N>;
}

const texts = new Map<string, string>();

/** What a browser needs of the catalogue, as one string: an object would be taken apart and put together at each request. */
export function sentencesFor(locale: Language, namespaces: readonly (keyof Messages)[]): string {
  const key = `${locale} ${namespaces}`;
  const all = catalogues[locale];
  const text = texts.get(key) ?? JSON.stringify(Object.fromEntries(namespaces.map((name) => [name, all[name]])));
  texts.set(key, text);
  return text;
}
