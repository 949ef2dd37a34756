import { z } from "zod";
import { line, whole } from "../text/fields";

/** The foot of the last page: who edited and reviewed it, where to call, how many were printed. */
export const imprintSchema = z
  .object({
    editors: line(60),
    reviewers: line(60),
    signer: line(30),
    phone: line(40),
    email: line(60),
    copies: whole(0, 100_000).default(0),
  })
  .strict();

export type Imprint = z.output<typeof imprintSchema>;

/** An imprint as it comes out of a Json column, which only this schema's output ever goes into. */
export function asImprint(column: unknown): Imprint {
  return column as Imprint;
}
