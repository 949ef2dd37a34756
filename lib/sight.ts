import { notFound } from "next/navigation";
import { sayAbsent } from "./absent";
import { isNonsense } from "./db";
import { Refusal } from "./refusal";

/** What a person may not see answers 404: the page is not there for them. */
export function requireSight(allowed: boolean): void {
  if (!allowed) absent();
}

/** A read for a page: a refusal means that it is not there for this person. */
export async function seen<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Refusal || isNonsense(error)) absent();
    throw error;
  }
}

function absent(): never {
  sayAbsent();
  notFound();
}
