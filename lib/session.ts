import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "./actor";
import { actorInSession } from "./actorOf";
import { now } from "./clock";
import { db } from "./db";
import { isNewlySeen, stands } from "./sessionLife";
import { sessionIdIn } from "./token";
import { unattended } from "./unattended";

/** The longest that a policy may let a session be; how long it is stands in its row. */
export const longestSession = 24 * 3_600;

/** What must be done before anything else can be. */
export type Due = "password" | "step";
export type SignedIn = { actor: Actor; sessionId: string; due: Due | null };

/**
 * Whose session this is, also where something is due that comes before all work. The token of next-auth
 * only names a row of Session; the row, the account and the roles are read each time, so that ending a session
 * or disabling an account holds at once.
 */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await sessionIdOfRequest();
  const found = sessionId ? await standing(sessionId) : null;
  if (!sessionId || !found) return null;
  const { actor, life, passwordDue, stepDue } = found;
  if (isNewlySeen(life, now()) && (await isPersons())) await noteSeen(sessionId);
  return { actor, sessionId, due: passwordDue ? "password" : stepDue ? "step" : null };
});

/** Who is signed in and may work. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const found = await signedIn();
  return found && !found.due ? found.actor : null;
});

/** The person signed in; a visitor is led to the sign-in page, and whoever has to do something first to where it is done. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect((await signedIn()) ? "/account/due" : "/sign-in");
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
  const found = await standing(id);
  return found && !found.passwordDue && !found.stepDue ? found.actor : null;
}

async function standing(id: string) {
  const session = await actorInSession(id);
  return session && stands(session.life, now()) ? session : null;
}

/**
 * A line that stays open, what a browser loads ahead, and a page that a line had read again while nobody was at it
 * say nothing about anybody being there.
 */
async function isPersons(): Promise<boolean> {
  const sent = await headers();
  const ahead =
    sent.has("next-router-prefetch") || /prefetch/.test(sent.get("sec-purpose") ?? sent.get("purpose") ?? "");
  return !ahead && sent.get("accept") !== "text/event-stream" && !(await cookies()).has(unattended);
}

/** The one thing that a GET may leave behind (docs/decisions/0027): that the session is in use. */
async function noteSeen(id: string): Promise<void> {
  await db.session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: now() } });
}
