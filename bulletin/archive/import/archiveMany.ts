import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { ask, has } from "../../policy";
import { id } from "../../text/fields";
import { assemble } from "../recognise/assemble";
import { piecesSchema } from "../recognise/pieces";
import { archiveImport } from "./archive";
import { doubtsOf, factsOf } from "./doubts";
import { asGiven } from "./given";

export const manySchema = z.object({ ids: z.array(id).min(1).max(500) });

/**
 * Confirms those of many files that leave no doubt (doubts.ts), looked at anew; returns how many were, and
 * how many wait for a person to look at them. The list says of each of these why.
 */
export async function archiveMany(actor: Actor, { ids }: z.output<typeof manySchema>) {
  ask(has(actor, "editor"));
  const asked = [...new Set(ids)];
  if ((await db.importedFile.count({ where: { id: { in: asked } } })) < asked.length) throw missing();
  let archived = 0;
  let waiting = 0;
  for (const each of asked) {
    const file = await db.importedFile.findFirst({
      where: { id: each, state: "waiting" },
      select: { id: true, version: true, publicationId: true, pieces: true, given: true },
    });
    // Somebody has been at it meanwhile.
    if (!file) continue;
    waiting += 1;
    const facts = factsOf(assemble(piecesSchema.parse(file.pieces)), asGiven(file.given));
    if ((await doubtsOf([{ ...file, ...facts }])).get(file.id)?.length) {
      // What is known of it may be older than a rule that doubts it: the list says why it was left.
      const { id: fileId, version: seen } = file;
      await db.importedFile.updateMany({ where: { id: fileId, version: seen, state: "waiting" }, data: facts });
      continue;
    }
    try {
      await archiveImport(actor, file);
      archived += 1;
      waiting -= 1;
    } catch (error) {
      // It waits where it was; its own page says what it lacks.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { archived, waiting };
}
