import { personInSession } from "./personInSession";
import { recordedPath } from "./recordedPath";
import { Refusal } from "./refusal";
import { recordRefusal } from "./refused";
import { sessionIdIn } from "./token";

/** The line of a write from another site; in whose name it would have been done, where their cookie came along. */
export async function recordElsewhere(path: string, cookies: Record<string, string>): Promise<void> {
  const id = await sessionIdIn(cookies);
  const person = id && (await personInSession(id));
  await recordRefusal(person || null, new Refusal("crossSite"), { path: recordedPath(path) });
}
