import { now } from "./clock";
import { db } from "./db";
import { recordedPath } from "./recordedPath";
import { Refusal } from "./refusal";
import { recordRefusal } from "./refused";
import { lifeOfSession, stands } from "./sessionLife";
import { sessionIdIn } from "./token";

/** The line of a write from another site; in whose name it would have been done, where their cookie came along. */
export async function recordElsewhere(path: string, cookies: Record<string, string>): Promise<void> {
  const id = await sessionIdIn(cookies);
  const session = id && (await db.session.findUnique({ where: { id }, select: personOfSession }));
  const person = session && stands(session, now()) ? session.account : null;
  await recordRefusal(person, new Refusal("crossSite"), { path: recordedPath(path) });
}

const personOfSession = { ...lifeOfSession, account: { select: { id: true, name: true } } } as const;
