import { z } from "zod";
import { OfficeKind } from "@/generated/prisma/enums";
import { pageSettingsSchema } from "../../desk/pageSettings";
import { rolesInOffices } from "../../post/lists";
import type { Content } from "../../press/content";
import { day, kept } from "./manifest";

/**
 * The shape of a signed content as it comes out of a file. How long a text may be is asked when it is written;
 * what was printed once is as long as it is, within what a page can be set with. What is of another shape is refused, and
 * nothing is archived that this would refuse: what goes out in the file of a year comes in again.
 */
const yes = z.literal(true).optional();
/** A line of the masthead, a title, a name at the foot: longer than any that was printed, and no longer than a page can be set with. */
const head = kept.refine((text) => text.length <= 400);
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
      headline: z.array(head).max(20),
      office: head,
      date: day.nullable(),
      place: head,
    },
    blocks: z.array(block),
    placing: z
      .looseObject({
        ...{ kicker: head, deck: head, dateline: head, boxed: z.boolean() },
        ...{ columns: z.number().int().min(0).max(6), rank: z.number().int().min(1).max(4) },
      })
      .optional(),
  })
  .strict();

const addressee = z
  .object({
    label: head,
    accountIds: z.array(z.uuid()).max(10_000),
    officeIds: z.array(z.uuid()).max(500),
    officeKinds: z.array(z.enum(OfficeKind)).max(3).optional(),
    role: z.enum(rolesInOffices).optional(),
  })
  .strict();

const list = z.object({ label: head, addressees: z.array(addressee).max(2_000), extra: yes }).strict();

const imprint = z.looseObject({
  ...{ editors: head, reviewers: head, signer: head, phone: head, email: head },
  copies: z.number().int().min(0).max(100_000_000),
});

const contentSchema = z
  .object({
    ...{ publication: head, region: head, issuer: head, editorNote: kept, date: day },
    marking: z.enum(["ordinary", "internal"]),
    layout: z.enum(["weekly", "flash", "newspaper"]),
    series: z.enum(["regular", "supplement"]),
    ...{ year: z.number().int(), number: z.number().int(), lastNumber: z.number().int().optional() },
    ...{ total: z.number().int().nullable(), edition: z.number().int().optional() },
    sections: z.array(z.object({ title: head, style: kind, entries: z.array(entry) }).strict()),
    lists: z.array(list).max(100),
    imprint,
    besides: z.object({ masthead: lines, contents: lines, foot: lines }).strict().optional(),
    page: z.record(z.string(), z.unknown()).optional(),
  })
  .strict();

/** The content as it stands in the file, nothing added or taken away, so that its hash stays; null where it is none. */
export function contentIn(value: unknown): Content | null {
  const parsed = contentSchema.safeParse(value);
  if (!parsed.success) return null;
  const isSound = pageSettingsSchema.strip().safeParse(parsed.data.page ?? {}).success;
  return isSound ? (value as Content) : null;
}
