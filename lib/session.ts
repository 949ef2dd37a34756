import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "./actor";
import { accountOfActor, asActor } from "./actorOf";
import { now } from "./clock";
import { db } from "./db";
import { sessionIdIn } from "./token";

/** A working day: afterwards one signs in again, however busy one was. */
export const sessionHours = 12;

/**
 * Who is signed in. The token of next-auth only names a row of Session; the row, the account and the
 * roles are read each time, so that ending a session or disabling an account holds at once.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const sessionId = await sessionIdOfRequest();
  return sessionId ? actorOfSession(sessionId) : null;
});

/** The person signed in; a visitor is led to the sign-in page. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect("/sign-in");
}

/** Asks again and again whether the session of this request still stands, for lines that stay open. */
export async function actorOfRequest(): Promise<() => Promise<Actor | null>> {
  const sessionId = await sessionIdOfRequest();
  return async () => (sessionId ? actorOfSession(sessionId) : null);
}

export async function sessionIdOfRequest(): Promise<string | null> {
  const jar = await cookies();
  return sessionIdIn(Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])));
}

async function actorOfSession(id: string): Promise<Actor | null> {
  const session = await db.session.findUnique({
    where: {
      id,
      endedAt: null,
      createdAt: { gt: new Date(now().getTime() - sessionHours * 3_600_000) },
      account: { disabledAt: null },
    },
    select: { account: { select: accountOfActor() } },
  });
  return session && asActor(session.account);
}
