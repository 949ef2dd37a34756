import { getTranslations } from "next-intl/server";

type RecordWords = Awaited<ReturnType<typeof recordWords>>;

/** What the lines of the record are told with: acts and reasons, the rules of signing in, roles. */
export async function recordWords() {
  const [record, rules, roles] = await Promise.all([
    getTranslations("record"),
    getTranslations("accountPolicy"),
    getTranslations("roles"),
  ]);
  return { record, rules, roles };
}

/** An act as a person reads it. */
export function actName(act: string, { record }: RecordWords): string {
  return record.has(act as "submit") ? record(act as "submit") : act;
}

/** A for B, where a deputy did it. */
export function whoOf({ actorName, detail }: { actorName: string; detail: unknown }, { record }: RecordWords): string {
  const { inPlaceOf } = detail as { inPlaceOf?: string };
  return inPlaceOf ? `${actorName} ${record("inPlaceOf", { name: inPlaceOf })}` : actorName;
}

/** What an act says of itself in one line: names, roles, reasons, numbers. Texts are never in it. */
export function aboutOf(detail: unknown, words: RecordWords): string {
  const { record, rules, roles } = words;
  return Object.entries(detail as Record<string, unknown>)
    .filter(([key]) => key !== "inPlaceOf")
    .flatMap(([key, value]) => {
      if (key === "reason" && typeof value === "string" && record.has(`reasons.${value}` as "reasons.missing"))
        return record(`reasons.${value}` as "reasons.missing");
      if (key === "act" && typeof value === "string") return actName(value, words);
      if (key === "more") return record("more", { count: Number(value) });
      if (typeof value === "string" && rules.has(`labels.${key}` as "labels.history"))
        return `${rules(`labels.${key}` as "labels.history")} ${changeOf(value, rules)}`;
      if (Array.isArray(value))
        return value.map((each) => (roles.has(each as "editor") ? roles(each as "editor") : String(each))).join(" ");
      // What was not given, or not allowed, says nothing; a yes alone would not say to what.
      return value === "" || value === null || typeof value === "boolean" ? [] : String(value);
    })
    .join("　");
}

/** Before and after of a rule (`5 → 6`), of which one is a word and no figure. */
function changeOf(value: string, rules: RecordWords["rules"]): string {
  const named = (one: string) =>
    rules.has(`secondSteps.${one}` as "secondSteps.nobody") ? rules(`secondSteps.${one}` as "secondSteps.nobody") : one;
  return value.split(" → ").map(named).join(" → ");
}
