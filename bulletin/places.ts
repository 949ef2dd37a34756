import type { Actor } from "@/lib/actor";
import { has, isOfficeSide, isSecretariat, traysOf } from "./policy";

export type Place = "items" | "desk" | "issues" | "reading" | "instructions" | "archive" | "stats" | "admin";

/** The places that a person has, in the order in which an item travels. */
export function placesOf(actor: Actor): Place[] {
  const places: Place[] = [];
  if (isOfficeSide(actor)) places.push("items");
  if (has(actor, "editor")) places.push("desk");
  if (isSecretariat(actor)) places.push("issues");
  const reads = traysOf(actor).length > 0 || isOfficeSide(actor) || isSecretariat(actor);
  if (reads) places.push("reading");
  if (isSecretariat(actor) || isOfficeSide(actor)) places.push("instructions");
  if (reads) places.push("archive");
  if (isSecretariat(actor) || isOfficeSide(actor)) places.push("stats");
  if (has(actor, "systemAdmin", "securityAdmin", "auditor")) places.push("admin");
  return places;
}

/**
 * Where a person's work begins: the desk before one's own items, the issues before reading;
 * for an office's lead, at what waits for the signature.
 */
export function placeOf(actor: Actor): string {
  const places = placesOf(actor);
  const first = (["desk", "issues", "items", "reading", "admin"] as const).find((place) => places.includes(place));
  const signsOnly = first === "items" && !has(actor, "contributor");
  return signsOnly ? "/items?view=awaiting" : `/${first ?? "reading"}`;
}

/** Whoever does nothing here but read: their pages are larger, with less on them. */
export function isPlainReader(actor: Actor): boolean {
  return placesOf(actor).every((place) => place === "reading" || place === "archive");
}
