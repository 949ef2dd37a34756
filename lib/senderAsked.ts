import { now } from "./clock";
import { db } from "./db";
import { lifeOfSession, stands } from "./sessionLife";

/** As the database has it: an account that was disabled a minute ago sends nothing large any more. */
export async function senderInSession(id: string): Promise<string | null> {
  const session = await db.session.findUnique({
    where: { id },
    select: { ...lifeOfSession, account: { select: { id: true, disabledAt: true } } },
  });
  return session && !session.account.disabledAt && stands(session, now()) ? session.account.id : null;
}
