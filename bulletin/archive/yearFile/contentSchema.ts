import { z } from "zod";
import { imprintSchema } from "../../desk/imprint";
import { pageSettingsSchema } from "../../desk/pageSettings";
import { placingSchema } from "../../desk/placing";
import { listsSchema } from "../../post/lists";
import type { Content } from "../../press/content";
import { day, kept } from "./manifest";

/**
 * The shape of a signed content as it comes out of a file. How long a text may be is asked when it is written;
 * what was printed once is as long as it is. What is of another shape is refused.
 */
const yes = z.literal(true).optional();
const runs = z.array(z.object({ text: kept, bold: yes, italic: yes, underline: yes }).strict());
const span = z.number().int().min(2).max(100).optional();
const cell = z.object({ runs, header: yes, colspan: span, rowspan: span }).strict();
const level = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const block = z.discriminatedUnion("type", [
  z.object({ type: z.literal("paragraph"), runs }).strict(),
  z.object({ type: z.literal("heading"), level, runs }).strict(),
  z.object({ type: z.literal("list"), ordered: z.boolean(), items: z.array(runs) }).strict(),
  z.object({ type: z.literal("figure"), image: z.uuid(), caption: kept, credit: kept }).strict(),
  z.object({ type: z.literal("table"), rows: z.array(z.array(cell)) }).strict(),
]);
const lines = z.array(kept);
const kind = z.enum(["story", "brief"]);

const entry = z
  .object({
    ...{
      id: z.uuid(),
      kind,
      headline: z.array(kept),
      office: kept,
      date: day.nullable(),
      place: kept,
    },
    blocks: z.array(block),
    placing: z.record(z.string(), z.unknown()).optional(),
  })
  .strict();

const contentSchema = z
  .object({
    ...{ publication: kept, region: kept, issuer: kept, editorNote: kept, date: day },
    marking: z.enum(["ordinary", "internal"]),
    layout: z.enum(["weekly", "flash", "newspaper"]),
    series: z.enum(["regular", "supplement"]),
    ...{ year: z.number().int(), number: z.number().int(), lastNumber: z.number().int().optional() },
    ...{ total: z.number().int().nullable(), edition: z.number().int().optional() },
    sections: z.array(z.object({ title: kept, style: kind, entries: z.array(entry) }).strict()),
    lists: z.array(z.record(z.string(), z.unknown())),
    imprint: z.record(z.string(), z.unknown()),
    besides: z.object({ masthead: lines, contents: lines, foot: lines }).strict().optional(),
    page: z.record(z.string(), z.unknown()).optional(),
  })
  .strict();

/** The content as it stands in the file, nothing added or taken away, so that its hash stays; null where it is none. */
export function contentIn(value: unknown): Content | null {
  const parsed = contentSchema.safeParse(value);
  if (!parsed.success) return null;
  const { lists, imprint, page, sections } = parsed.data;
  const placings = sections.flatMap(({ entries }) => entries.flatMap(({ placing }) => placing ?? []));
  const isSound =
    listsSchema.safeParse(lists).success &&
    imprintSchema.strip().safeParse(imprint).success &&
    pageSettingsSchema.strip().safeParse(page ?? {}).success &&
    placings.every((placing) => placingSchema.strip().safeParse(placing).success);
  return isSound ? (value as Content) : null;
}
