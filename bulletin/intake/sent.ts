import type { ItemState } from "@/generated/prisma/enums";
import { asBlocks, type Text } from "../text/model";
import { isWritable } from "../workflow";

type Sent = { state: ItemState; headline: string[]; blocks: unknown; submitted: { content: unknown }[] };

/**
 * What the secretariat sees of an item: the text as it was sent last. While the office writes at it
 * again (returned, withdrawn), what it writes stays its own. `submitted` begins with the last one.
 */
export function textForDesk({ state, headline, blocks, submitted }: Sent): Text {
  const [last] = submitted;
  return isWritable(state) && last ? (last.content as Text) : { headline, blocks: asBlocks(blocks) };
}
