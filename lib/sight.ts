import { notFound } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { sayAbsent } from "./answers";
import { isNonsense } from "./db";
import { forbidden, missing, Refusal } from "./refusal";
import { currentActor } from "./session";
import { pathOfRequest, recordSightRefusal } from "./sightRefused";

/** What a person may not see answers 404: the page is not there for them. That they asked stands in the record. */
export function requireSight(allowed: boolean): void {
  if (allowed) return;
  remember(forbidden());
  absent();
}

/** A read for a page: a refusal means that it is not there for this person. */
export async function seen<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof Refusal) && !isNonsense(error)) throw error;
    if (!(error instanceof Refusal) || error.isOfRight) remember(error instanceof Refusal ? error : missing());
    absent();
  }
}

function absent(): never {
  sayAbsent();
  notFound();
}

// A page and its title ask the same, and it is one refusal.
const toldOfRequest = cache(() => ({ done: false }));

// Begun now, while the request can be asked; the answer does not wait for it, and the server for its end does.
function remember(refusal: Refusal): void {
  const told = toldOfRequest();
  if (told.done) return;
  told.done = true;
  const path = pathOfRequest();
  const written = currentActor().then(async (actor) => recordSightRefusal(actor, refusal, await path));
  after(() => written);
}
