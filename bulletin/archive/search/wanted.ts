import { z } from "zod";
import { SearchKind } from "@/generated/prisma/enums";
import { isDay } from "@/lib/dates";

export const kinds = Object.values(SearchKind);
export const pageSize = 20;
/** So deep nobody reads on: a search is made narrower instead. */
export const lastPage = 50;

const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .nullable()
  .catch(null);
const day = z.string().refine(isDay).nullable().catch(null);

/** A search as it stands in an address. Whatever is nonsense there counts as not said. */
export const wantedSchema = z
  .object({
    q: z.string().catch(""),
    kind: z.enum(SearchKind).nullable().catch(null),
    publication: uuid,
    section: z.string().min(1).max(60).nullable().catch(null),
    office: uuid,
    official: uuid,
    from: day,
    to: day,
    order: z.enum(["relevance", "date"]).catch("relevance"),
    page: z.coerce.number().int().min(1).max(lastPage).catch(1),
    /** Without scripts nothing can come later: the counts are waited for. */
    counted: z.literal("1").nullable().catch(null),
  })
  .transform(({ q, from, to, section, ...rest }) => {
    const isTurned = from !== null && to !== null && to < from;
    // Nobody types a NUL, and no text holds one.
    const of = isTurned ? { from: to, to: from } : { from, to };
    return { ...rest, ...of, q: q.slice(0, 10_000), section: section?.includes("\0") ? null : section, isTurned };
  });

export type Wanted = Omit<z.output<typeof wantedSchema>, "section"> & { section: string | null };
