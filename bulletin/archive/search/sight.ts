import type { Actor } from "@/lib/actor";
import { has, isOfficeSide, isSecretariat, mayInstructFor, maySearch, traysOf } from "../../policy";
import type { Known } from "./known";
import { quoted } from "./normal";

/**
 * Who sees a document, in words of the index: the filters of policy.ts once more, since a database can
 * count by its index only what stands in it. What is shown passes those filters again, and
 * property.test.ts holds both equal. Null for whoever sees nothing at all.
 */
export function sightOf(actor: Actor, { numbers, audiences }: Known): string | null {
  if (!maySearch(actor)) return null;
  const leaders = traysOf(actor).filter((each) => mayInstructFor(actor, each));
  // What the index has never named has no number.
  const office = numbers[actor.officeId];
  const sees = [
    "~all",
    ...(isSecretariat(actor) ? ["~work"] : []),
    ...(has(actor, "editor") ? ["~desk"] : []),
    ...(has(actor, "reviewer", "signer") ? ["~used"] : []),
    ...(isOfficeSide(actor) && office ? [`~m${office}`, `~c${office}`, `~f${office}`] : []),
    ...leaders.flatMap((each) => (numbers[each] ? [`~l${numbers[each]}`] : [])),
    // The secretariat reads every issue: whom it was delivered to makes no difference.
    ...(isSecretariat(actor) ? [] : audiences.map((each) => `~a${each}`)),
  ];
  const sight = `(${sees.map(quoted).join("|")})`;
  // An office's own item is seen as the office has it, also by whoever sits at the desk as well.
  return isOfficeSide(actor) && isSecretariat(actor) && office ? `${sight}&!${quoted(`~n${office}`)}` : sight;
}
