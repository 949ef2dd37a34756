import { isDeepStrictEqual } from "node:util";
import { now } from "@/lib/clock";
import { inTurn, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { optionalId } from "./text/fields";

/** The id that the page chose for what its form makes, when it was shown. Without one the database chooses. */
export const newId = optionalId.optional();

/**
 * Whether what a form makes stands already under the id that its page chose: the same form has come before. The
 * button was pressed twice, the answer was lost, the person went back, somebody sent the request again. Whoever asks
 * then answers as the first time. Of two that come at the same moment the second waits.
 * Refused: it came before with something else in it, which would be lost. The page is read again, with another id.
 */
export async function cameBefore<Row extends object>(
  tx: Transaction,
  id: string | null | undefined,
  find: (id: string) => Promise<Row | null>,
  sent: Partial<Row>,
): Promise<boolean> {
  if (!id) return false;
  await inTurn(tx, id);
  const stands = await find(id);
  if (!stands) return false;
  const names = Object.keys(sent) as (keyof Row)[];
  if (names.every((name) => isDeepStrictEqual(stands[name], sent[name]))) return true;
  throw new Refusal("sentBefore", { stale: { by: "", at: now().toISOString(), version: 0 } });
}
