import { z } from "zod";
import { isTooMuch } from "@/lib/amount";
import { addDays, isDay, today } from "@/lib/dates";
import type { Values } from "@/lib/refusal";

/** A zod issue that names a sentence of the catalogue; lib/action.ts shows it beside the field. */
export function refuse(ctx: z.RefinementCtx, key: string, values: Values = {}): void {
  ctx.addIssue({ code: "custom", params: { key, values } });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being refused
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
/** Marks that turn the direction of what follows: a name can be made to read backwards (CVE-2021-42574). */
const direction = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;
const emoji = /\p{Extended_Pictographic}(?<![©®™‼⁉↔↕▪▫◀▶◆■□●○※★☆☎☐☑])|\p{Regional_Indicator}|\u20e3/u;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/**
 * A classified marking on a line of its own: 机密, 【机密】, 密级：机密, 秘密★1年, 绝密 长期. Its blanks hold no
 * line break: from each of a thousand empty lines it would look through all the others.
 */
const classified =
  /(^|\n)(?:[^\S\n]|[【[（(])*(密级[:：]?[^\S\n]*)?(秘密|机密|绝密)(?:[^\S\n]|[】\]）)])*(★|\*|[\d０-９]+[^\S\n]*年|长期|$|\n)/;

/** What zero-width marks a paste carries means nothing; they go without a word. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b\u200c\u2060\ufeff\u00ad\u115f\u1160\u3164\uffa0\ufffe\uffff]|[\u{e0000}-\u{e007f}]/gu, "")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n");
}

/** The key of the sentence that refuses `text`, or null. */
export function unfit(text: string): string | null {
  if (control.test(text) || loneSurrogate.test(text)) return "controlCharacter";
  if (direction.test(text)) return "directionMark";
  if (emoji.test(text)) return "emoji";
  if (classified.test(text)) return "classified";
  return null;
}

/** Whether a line of it is a classified marking: such a text has no place here at all. */
export function isClassified(text: string): boolean {
  return classified.test(text);
}

function checked(ctx: z.RefinementCtx, text: string, max: number, required: boolean): void {
  const key = unfit(text);
  if (key) refuse(ctx, key);
  const length = [...text].length;
  if (length > max) refuse(ctx, "tooLong", { max, length });
  if (required && !text.trim()) refuse(ctx, "required");
}

/** One line of text, trimmed; `max` in characters. */
export function line(max: number, { required = false } = {}) {
  return z
    .string()
    .default("")
    .transform((text) =>
      tidy(text)
        .replace(/[\n\t]+/g, " ")
        .trim(),
    )
    .superRefine((text, ctx) => checked(ctx, text, max, required));
}

/** Text of several lines; `max` in characters. */
export function prose(max: number, { required = false } = {}) {
  return z
    .string()
    .default("")
    .transform((text) => tidy(text).trim())
    .superRefine((text, ctx) => checked(ctx, text, max, required));
}

/** An identifier from a form. Nonsense is the same as what does not exist. */
export const id = z.string().superRefine((text, ctx) => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) refuse(ctx, "missing");
});

export const optionalId = z.preprocess((value) => (value === "" || value == null ? null : value), id.nullable());

/** A mailbox, or nothing. */
export const emailField = line(120).superRefine((text, ctx) => {
  if (text && !z.email().safeParse(text).success) refuse(ctx, "emailAddress");
});

/** A whole number that a person types, also in full-width digits; nothing typed is nought where nought may be, unless `required`. */
export function whole(min: number, max: number, { required = false } = {}) {
  return z.union([z.number(), z.string()]).transform((given, ctx) => {
    const typed = String(given).normalize("NFKC").trim();
    if (typed === "" && min === 0 && !required) return 0;
    const value = Number(typed);
    if (/^\d{1,10}$/.test(typed) && value >= min && value <= max) return value;
    refuse(ctx, "outOfBounds", { min: String(min), max: String(max) });
    return z.NEVER;
  });
}

/** The version that the person saw. */
export const version = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,10}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(0).max(2_147_483_647));

/** The day of an activity: within three years back and one ahead; empty is null. */
export const activityDay = z.preprocess(
  (value) => (value === "" || value == null ? null : value),
  z
    .string()
    .superRefine((text, ctx) => {
      if (!isDay(text)) return refuse(ctx, "noSuchDay");
      if (text < addDays(today(), -3 * 366) || text > addDays(today(), 366)) refuse(ctx, "absurdDay");
    })
    .nullable(),
);

/** A checkbox: absent is false. */
export const checkbox = z.preprocess(
  (value) => value === true || ["1", "on", "true"].includes(String(value)),
  z.boolean(),
);

/** Any day that exists, for tenures and periods. */
export const anyDay = z.string().superRefine((text, ctx) => {
  if (!text) return refuse(ctx, "required");
  if (!isDay(text) || text < "1900-01-01") refuse(ctx, "noSuchDay");
});

export const optionalDay = z.preprocess((value) => (value === "" || value == null ? null : value), anyDay.nullable());

/**
 * A list from outside. One of more than `max` is refused, in the sentence `key`, by its length alone: nothing of it is
 * looked at. Where no sentence of its own is wanted, zod's own `max` on the array does the same.
 */
export function listOf<T extends z.ZodType>(element: T, max: number, key: string) {
  return z.preprocess((given, ctx) => {
    if (Array.isArray(given) && given.length > max) refuse(ctx, key, { max });
    return given;
  }, z.array(element));
}

/** JSON in a field of a form; what does not parse, or is more than anybody has to send, is malformed. */
export function json<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => {
    if (typeof value !== "string") return value;
    try {
      const given: unknown = JSON.parse(value);
      return isTooMuch(given) ? undefined : given;
    } catch {
      return undefined;
    }
  }, schema);
}
