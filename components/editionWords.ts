import type { useTranslations } from "next-intl";

/** 更正版, 第2次更正版: what stands behind the number of a new edition. `say` is that of `issueName`. */
export function editionWords(say: ReturnType<typeof useTranslations<"issueName">>, edition: number): string {
  return edition === 2 ? say("edition") : say("editionAgain", { again: edition - 1 });
}
