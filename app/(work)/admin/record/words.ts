import type { useTranslations } from "next-intl";

type RecordWords = ReturnType<typeof useTranslations<"record">>;

/** An act as a person reads it. */
export function actName(act: string, words: RecordWords): string {
  return words.has(act as "submit") ? words(act as "submit") : act;
}

/** A for B, where a deputy did it. */
export function whoOf({ actorName, detail }: { actorName: string; detail: unknown }, words: RecordWords): string {
  const { inPlaceOf } = detail as { inPlaceOf?: string };
  return inPlaceOf ? `${actorName} ${words("inPlaceOf", { name: inPlaceOf })}` : actorName;
}

/** What an act says of itself in one line: names, roles, reasons, numbers. Texts are never in it. */
export function aboutOf(detail: unknown, words: RecordWords): string {
  return Object.entries(detail as Record<string, unknown>)
    .filter(([key]) => key !== "inPlaceOf")
    .flatMap(([key, value]) => {
      if (key === "reason" && typeof value === "string" && words.has(`reasons.${value}` as "reasons.missing"))
        return words(`reasons.${value}` as "reasons.missing");
      if (key === "act" && typeof value === "string") return actName(value, words);
      if (key === "more") return words("more", { count: Number(value) });
      if (Array.isArray(value)) return value.join(" ");
      return value === "" || value === null ? [] : String(value);
    })
    .join("　");
}
