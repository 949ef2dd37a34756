import { line, refuse } from "../text/fields";

/** What a person types to sign in: lower case letters, digits, dots and dashes. */
export const accountName = line(40, { required: true })
  .transform((text) => text.toLowerCase())
  .superRefine((text, ctx) => {
    if (text && !/^[a-z0-9][a-z0-9._-]*$/.test(text)) refuse(ctx, "accountName");
  });
