import type { Actor } from "@/lib/actor";
import { missing } from "@/lib/refusal";
import { principalsOf, traysOf } from "../policy";

/** A tray that the person has open: whose, and in whose place they then act (null in their own). */
export type Tray = { accountId: string; inPlaceOf: { id: string; name: string } | null };

/** The person's own tray, or that of someone they deputise for. Any other is not there for them. */
export function trayOf(actor: Actor, of?: string | null): Tray {
  const accountId = of ?? actor.id;
  if (!traysOf(actor).includes(accountId)) throw missing();
  const principal = principalsOf(actor).find(({ id }) => id === accountId);
  return { accountId, inPlaceOf: principal ? { id: principal.id, name: principal.name } : null };
}

/** The tray with which a person's reading begins: their own; a deputy who reads nothing else has the first one. */
export function firstTray(actor: Actor): string | null {
  return traysOf(actor)[0] ?? null;
}
