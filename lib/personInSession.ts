import { now } from "./clock";
import { db } from "./db";
import { lifeOfSession, stands } from "./sessionLife";

/** Whose session it is as long as it stands, for what is asked before any page is: disabling an account ends its sessions. */
export async function personInSession(id: string): Promise<{ id: string; name: string } | null> {
  const session = await db.session.findUnique({
    where: { id },
    select: { ...lifeOfSession, account: { select: { id: true, name: true } } },
  });
  return session && stands(session, now()) ? session.account : null;
}
