import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { has, isOfficeSide, isSecretariat, mayInstructFor, maySearch, traysOf } from "../../policy";
import { quoted } from "./normal";

/**
 * Who sees a document, in words of the index: the filters of policy.ts once more, since a database can
 * count by its index only what stands in it. What is shown passes those filters again, and
 * property.test.ts holds both equal. Null for whoever sees nothing at all.
 */
export async function sightOf(actor: Actor): Promise<string | null> {
  const trays = traysOf(actor);
  const leaders = trays.filter((each) => mayInstructFor(actor, each));
  if (!maySearch(actor)) return null;
  const [numbers, audiences] = await Promise.all([
    numbersOf([actor.officeId, ...leaders]),
    trays.length ? db.searchMember.findMany({ where: { accountId: { in: trays } }, select: { audienceId: true } }) : [],
  ]);
  const office = numbers.get(actor.officeId);
  const sees = [
    "~all",
    ...(isSecretariat(actor) ? ["~work"] : []),
    ...(has(actor, "editor") ? ["~desk"] : []),
    ...(has(actor, "reviewer", "signer") ? ["~used"] : []),
    ...(isOfficeSide(actor) && office ? [`~m${office}`, `~c${office}`, `~f${office}`] : []),
    ...leaders.flatMap((each) => (numbers.has(each) ? [`~l${numbers.get(each)}`] : [])),
    // The secretariat reads every issue: whom it was delivered to makes no difference.
    ...(isSecretariat(actor) ? [] : [...new Set(audiences.map(({ audienceId }) => `~a${audienceId}`))]),
  ];
  const sight = `(${sees.map(quoted).join("|")})`;
  // An office's own item is seen as the office has it, also by whoever sits at the desk as well.
  return isOfficeSide(actor) && isSecretariat(actor) && office ? `${sight}&!${quoted(`~n${office}`)}` : sight;
}

/** The numbers by which the index names things; what it has never named has none. */
export async function numbersOf(keys: string[]): Promise<Map<string, number>> {
  if (!keys.length) return new Map();
  const rows = await db.searchKey.findMany({ where: { key: { in: keys } } });
  return new Map(rows.map(({ key, number }) => [key, number]));
}
