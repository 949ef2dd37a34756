import { encode } from "next-auth/jwt";
import { house, person } from "@/bulletin/testing/people";
import { officeOfReaders } from "@/bulletin/testing/post";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";

export const many = 5_000;
export const few = 50;
/** As many as a page of receipts shows. */
export const pageful = 100;
export const watchers = 500;

/** A house, and around it offices full of readers: a great many, a few, and those who sit before an open page. */
export async function settle() {
  const people = await house();
  const [crowd, handful, hundred, watching] = [
    await officeOfReaders(many),
    await officeOfReaders(few),
    await officeOfReaders(pageful),
    await officeOfReaders(watchers),
  ];
  const reader = () => person(["reader"]);
  return { people, crowd, handful, hundred, watching, long: await reader(), short: await reader() };
}

export type Settled = Awaited<ReturnType<typeof settle>>;

/** The reader of an office as a session makes the actor. */
export function readerOf({ office }: Settled["crowd"], id: string): Actor {
  const own = { id, account: id, name: "读者", phone: "", officeId: office.id, officeName: office.name };
  return { ...own, roles: ["reader"], officialId: null, principals: [] };
}

/** Signs people in without their passwords: a session each, and the cookie that next-auth would have set. */
export async function cookiesOf(ids: string[], secret: string): Promise<string[]> {
  const data = ids.map((accountId) => ({ accountId, createdAt: now() }));
  const sessions = await db.session.createManyAndReturn({ data, select: { id: true } });
  const tokens = sessions.map(({ id }) => encode({ token: { sessionId: id }, secret }));
  return (await Promise.all(tokens)).map((token) => `next-auth.session-token=${token}`);
}
