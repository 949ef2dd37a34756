import { z } from "zod";
import type { NewspaperPlacing } from "@/typesetting/document";
import { checkbox, line } from "../text/fields";

/** How a newspaper prints an entry: what stands around its headline, and the place that the editor wants. */
export const placingSchema = z
  .object({
    kicker: line(40),
    deck: line(60),
    dateline: line(40),
    /** 0: as wide as its rank needs. */
    columns: z.coerce.number().int().min(0).max(6).default(0),
    rank: z.coerce
      .number()
      .pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]))
      .default(3),
    boxed: checkbox,
  })
  .strict();

/** A placing out of a Json column; an entry that was never placed is as usual. */
export function asPlacing(column: unknown): NewspaperPlacing {
  return placingSchema.strip().parse(column ?? {});
}
