import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { lifeOfSession, stands } from "@/lib/sessionLife";
import { record } from "../events";

/** Where the person is signed in now, this place first. Nobody sees anybody else's. */
export async function mySessions(actor: Actor, currentId: string) {
  const rows = await db.session.findMany({
    where: { accountId: actor.id, endedAt: null },
    orderBy: { createdAt: "desc" },
    select: { ...lifeOfSession, id: true, device: true, address: true },
  });
  return rows
    .filter((row) => stands(row, now()))
    .map(({ id, device, address, createdAt, lastSeenAt }) => {
      const [browser = "other", system = "other"] = device ? device.split(" ") : [];
      return {
        id,
        browser,
        system,
        address,
        since: createdAt,
        seen: lastSeenAt ?? createdAt,
        isHere: id === currentId,
      };
    })
    .sort((one, other) => Number(other.isHere) - Number(one.isHere));
}

/** Ends one of the person's own sessions; another's is not there. */
export async function endMySession(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id, accountId: actor.id, endedAt: null },
      data: { endedAt: now() },
    });
    if (!count) throw missing();
    await record(tx, actor, "endSession", { subjectId: actor.id });
  });
}

/** Ends all of the person's sessions but the one in which they ask. Returns how many those were. */
export async function endOtherSessions(actor: Actor, currentId: string): Promise<number> {
  return inTransaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { accountId: actor.id, id: { not: currentId }, endedAt: null },
      data: { endedAt: now() },
    });
    if (count) await record(tx, actor, "endOtherSessions", { subjectId: actor.id, detail: { sessions: count } });
    return count;
  });
}
