/** Of one file: a year's bulletins with their photographs. */
export const maxFileBytes = 25 * 1_048_576;

/** Characters of one text that are kept and shown for correction. */
export const maxTextLength = 4_000_000;
