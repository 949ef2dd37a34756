import { randomUUID } from "node:crypto";
import type { ZodType } from "zod";
import { addDays, today } from "@/lib/dates";

type Def = {
  type: string;
  shape?: Record<string, ZodType>;
  element?: ZodType;
  innerType?: ZodType;
  in?: ZodType;
  out?: ZodType;
  options?: ZodType[];
  entries?: Record<string, string>;
  values?: unknown[];
  checks?: { _zod: { def: { check: string; value?: number; minimum?: number } } }[];
};

/**
 * Something that a schema takes, written from the schema itself: every identifier is `id()`, every day is today, every text a
 * few plain words. Not a random value: the same each time.
 */
export function sampleOf(schema: ZodType | undefined, id: () => string, name = "", of = ""): unknown {
  // A field that nobody drew in.
  if (!schema || name === "drawing") return undefined;
  const def = (schema as unknown as { _zod: { def: Def } })._zod.def;
  const inner = (one: ZodType | undefined, called = name) => sampleOf(one, id, called, of);
  switch (def.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).map(([key, each]) => [key, sampleOf(each, id, key, name)]),
      );
    case "array":
      return [inner(def.element, name.replace(/s$/, ""))];
    case "string":
      return textFor(name, id, of);
    case "number":
    case "int":
      return numbers[name] ?? Math.max(1, (schema as unknown as { minValue: number | null }).minValue ?? 1);
    case "boolean":
      return false;
    case "enum":
      return Object.values(def.entries ?? {})[0];
    case "literal":
      return def.values?.[0];
    case "union":
      return inner(def.options?.[0]);
    case "record":
      return {};
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "readonly":
    case "nonoptional":
    case "catch":
      return inner(def.innerType);
    case "pipe":
      return inner((def.in as unknown as { _zod: { def: Def } })._zod.def.type === "transform" ? def.out : def.in);
    case "lazy":
      return undefined;
    default:
      return undefined;
  }
}

/** By what a field is called: what it takes is said in its checks, which cannot be read backwards. */
const texts: [RegExp, (id: () => string, of: string) => string][] = [
  // What is made under it is new each time: with a stranger's it would be asked whether that is the same.
  [/^newId$/, () => randomUUID()],
  [/^id$|Ids?$|^of$/, (id) => id()],
  // What stands before itself is moved nowhere, and nobody is asked.
  [/^before$/, () => "00000000-0000-4000-8000-000000000001"],
  [/^quiet/, () => "22:00"],
  [/^(date|day|from|periodFrom|\w*On|on)$/, () => today()],
  [/^(until|to|through|periodTo)$/, () => addDays(today(), 1)],
  // Several people in one form are several.
  [/^account$/, (_, of) => of.toLowerCase() || "somebody"],
  [/^(password|again)$/, () => "Aa-2026-vermilion"],
  [/^email$/, () => "somebody@example.cn"],
  [/^piece$/, () => "1:2"],
  [/^held$/, () => "reader"],
  [/^red$/, () => "#aa2211"],
  [/Format$/, () => "第{n}期"],
  [/^(own|fixed|quota|points)$/, () => "2"],
];

/** Where 1 is out of bounds, which are in checks too. */
const numbers: Record<string, number> = {
  minLength: 12,
  classes: 3,
  failures: 5,
  addressFailures: 50,
  restMinutes: 15,
  idleMinutes: 30,
};

function textFor(name: string, id: () => string, of: string): string {
  return texts.find(([called]) => called.test(name))?.[1](id, of) ?? "几个字";
}
