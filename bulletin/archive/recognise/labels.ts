/**
 * What a piece of a past bulletin can be. A person corrects the recognition by giving a piece another of
 * these; the issue is then built again out of the labelled pieces (assemble.ts).
 */
export const labels = [
  // The masthead: one of these after the text or foot of an issue begins the next issue.
  "region",
  "publication",
  "number",
  "total",
  "issuer",
  "date",
  "marking",
  "mastheadOther",
  // What stands between masthead and text.
  "contentsLine",
  "editorNote",
  // The text.
  "section",
  "kicker",
  "headline",
  "headlineLine",
  "deck",
  "dateline",
  "opening",
  "brief",
  "paragraph",
  "repetition",
  "continued",
  "heading1",
  "heading2",
  "heading3",
  "listItem",
  "figure",
  "caption",
  "tableRow",
  "jump",
  "slogan",
  // The foot.
  "list",
  "editors",
  "reviewers",
  "signer",
  "phone",
  "email",
  "copies",
  "printed",
  "footOther",
  // What does not stand in the issue, and is listed.
  "furniture",
  "leftover",
  // A line drawn across the page, or an empty mark: nothing to read.
  "rule",
] as const;

export type Label = (typeof labels)[number];

const groups = {
  masthead: ["region", "publication", "number", "total", "issuer", "date", "marking", "mastheadOther"],
  foot: ["list", "editors", "reviewers", "signer", "phone", "email", "copies", "printed", "footOther"],
  /** Not part of the text that runs on: a sentence cut by the end of a page goes on behind these. */
  aside: ["furniture", "leftover", "rule", "figure", "caption"],
  outside: ["furniture", "leftover"],
} satisfies Record<string, Label[]>;

export function isOf(group: keyof typeof groups, label: Label): boolean {
  return (groups[group] as Label[]).includes(label);
}
