import type { Messages } from "use-intl/core";

/** The sentences that the scripts of whole documents say themselves (bin/prepare/assets.ts puts them into these scripts). */
export const namespaces: readonly (keyof Messages)[] = [
  "dialog",
  "instruct",
  "notices",
  "pen",
  "read",
  "search",
  "tried",
];
