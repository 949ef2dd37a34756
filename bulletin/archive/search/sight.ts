import type { SearchKind } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { has, isOfficeSide, isSecretariat, mayInstructFor, maySearch, traysOf } from "../../policy";
import type { Known } from "./known";
import { quoted } from "./normal";

/** What a person sees, as the index says it: the words, and in which parts of it that stands ("searchPart"). */
export type Sight = { words: string; parts: number[] };

/**
 * Who sees a document, in words of the index: the filters of policy.ts once more, since a database can
 * count by its index only what stands in it. What is shown passes those filters again, and
 * property.test.ts holds both equal. An item whose entry the person sees is found as that, and as an item only
 * where items are asked for. Null for whoever sees nothing at all of that kind.
 */
export function sightOf(actor: Actor, { numbers, audiences }: Known, kind: SearchKind | null): Sight | null {
  const parts = partsOf(actor, audiences, kind);
  if (!maySearch(actor) || !parts.length) return null;
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
  const isBoth = isOfficeSide(actor) && isSecretariat(actor) && office;
  return { words: isBoth ? `${sight}&!${quoted(`~n${office}`)}` : sight, parts };
}

/** Items without an entry (or with one of a void number alone), with one that only the secretariat sees, with one that their office sees too. */
const items = { alone: 0, inWork: 10, out: 11 };
const delivered = [1, 2, 3, 4, 5, 6, 7, 8];
const rest = 9;

/** Items, what was delivered to somebody, the rest: a mere reader has only what was delivered to them. */
function partsOf(actor: Actor, audiences: number[], kind: SearchKind | null): number[] {
  const hasItems = isOfficeSide(actor) || isSecretariat(actor);
  if (kind === "item") return hasItems ? Object.values(items) : [];
  if (kind === "instruction" || kind === "official") return [rest];
  const issues = hasItems ? delivered : [...new Set(audiences.map((each) => 1 + (each % delivered.length)))];
  const unseen = !hasItems || kind ? [] : isSecretariat(actor) ? [items.alone] : [items.alone, items.inWork];
  return [...unseen, ...issues, rest];
}
