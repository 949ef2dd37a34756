import { z } from "zod";
import { labels } from "./labels";

const text = z.string().max(200);

/** What a style of title means in a publication: those of styles.ts (`※※`, `【】`, `一、`, `#2`, `**`…). */
export const titleRoles = ["section", "headline", "heading1", "heading2", "heading3", "paragraph"] as const;

/**
 * What is known of a publication's manner, from what people corrected. Everything may be absent; what is
 * absent is decided by the general rules.
 */
export const profileSchema = z
  .object({
    publication: text.nullable().default(null),
    region: text.nullable().default(null),
    /** How its titles are marked, and what such a line is. */
    styles: z.record(text, z.enum(titleRoles)).default({}),
    /** Marks that lead a brief: `◆`, `●`, `date`, `1.`; false: that mark leads none here. */
    leads: z.record(text, z.boolean()).default({}),
    /** Lines that are always the same thing (running heads, section titles without marks, slogans), by shape. */
    lines: z.record(text, z.enum(labels)).default({}),
  })
  .strict();

export type Profile = z.output<typeof profileSchema>;

export const noProfile: Profile = profileSchema.parse({});
