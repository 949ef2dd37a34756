import type { Block } from "../text/model";
import { isEmpty } from "../text/plain";

type Written = {
  kind: "story" | "brief";
  headline: string[];
  blocks: Block[];
  date: unknown;
  publicationId: string | null;
};

export type Unfinished = { field: string; key: "noHeadline" | "noText" | "noDate" | "noPublication" };

/** What an item still lacks before it can be sent, all at once, in the order of the page. */
export function unfinished({ kind, headline, blocks, date, publicationId }: Written): Unfinished[] {
  const lacking: Unfinished[] = [];
  if (kind === "story" && !headline.some((line) => line.trim())) lacking.push({ field: "headline", key: "noHeadline" });
  if (!date) lacking.push({ field: "date", key: "noDate" });
  if (!publicationId) lacking.push({ field: "publicationId", key: "noPublication" });
  if (isEmpty(blocks)) lacking.push({ field: "blocks", key: "noText" });
  return lacking;
}
