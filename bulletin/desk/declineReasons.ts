/** Why an item was not adopted; the sentence for each stands in the catalogues. */
export const declineReasons = ["duplicate", "outdated", "vague", "unverified", "outOfScope"] as const;
export type DeclineReason = (typeof declineReasons)[number];
