import { db } from "@/lib/db";
import type { Trial } from "./house";
import type { Confirmed } from "./work";

/** What the database says against what people were told. All of these are to be nought. */
export type Found = {
  /** Confirmed, and not there, or otherwise than confirmed. */
  lost: string[];
  /** There twice: in the record, in a tray, among the notices. */
  doubled: string[];
  /** Numbers that are missing between 1 and the last, or given twice. */
  numbers: string[];
  /** Set for a time that has passed, and not out. */
  late: string[];
};

export async function compare(confirmed: Confirmed[], trial: Trial): Promise<Found> {
  const lost = [];
  for (const one of confirmed) if (!(await stands(one))) lost.push(JSON.stringify(one));
  return { lost, doubled: await doubles(), numbers: await gaps(trial), late: await overdue() };
}

async function stands(one: Confirmed): Promise<boolean> {
  if (one.act === "acknowledge") {
    const where = { issueId: one.id, account: { account: one.account }, acknowledgedAt: { not: null } };
    return (await db.delivery.count({ where })) === 1;
  }
  if (one.act === "save" || one.act === "submit") {
    const item = await db.item.findUnique({ where: { id: one.id }, include: { submitted: true } });
    if (one.act === "save") return item?.headline[0] === one.headline && item.version >= one.version;
    return item?.state === "submitted" && item.submitted.length === 1;
  }
  const issue = await db.issue.findUnique({ where: { id: one.id }, include: { file: { select: { hash: true } } } });
  if (one.act === "signOff") return issue?.number === one.number && !!issue.contentHash && !!issue.file;
  if (one.act === "schedule") return issue?.state === "distributed" || issue?.distributeAt != null;
  return issue?.state === "distributed";
}

async function doubles(): Promise<string[]> {
  const found = await db.$queryRaw<{ what: string }[]>`
    SELECT act || ' ' || coalesce("itemId", "issueId") AS what FROM "Event"
      WHERE act IN ('submit', 'signOff', 'distribute', 'acknowledge') AND NOT refused
      GROUP BY act, "itemId", "issueId", CASE WHEN act = 'acknowledge' THEN "actorId" END HAVING count(*) > 1
    UNION ALL SELECT 'delivery ' || "issueId" FROM "Delivery" GROUP BY "issueId", "accountId" HAVING count(*) > 1
    UNION ALL SELECT 'notice ' || "issueId" FROM "Notice"
      WHERE "issueId" IS NOT NULL AND kind NOT IN ('forReview', 'forSignature', 'sentBack', 'reminded') GROUP BY "issueId", "accountId", kind HAVING count(*) > 1`;
  return found.map(({ what }) => what);
}

async function gaps({ publicationId }: Trial): Promise<string[]> {
  const found = await db.$queryRaw<{ number: number; times: number }[]>`
    SELECT n::int AS number, count(i.id)::int AS times
    FROM generate_series(1, (SELECT max(number) FROM "Issue" WHERE "publicationId" = ${publicationId}::uuid)) n
    LEFT JOIN "Issue" i ON i.number = n AND i."publicationId" = ${publicationId}::uuid
    GROUP BY n HAVING count(i.id) <> 1`;
  return found.map(({ number, times }) => `${number} × ${times}`);
}

/** The worker looks every minute; a second look later, it is late. */
async function overdue(): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Issue" WHERE state = 'signed' AND "distributeAt" < now() - interval '130 seconds'`;
  return found.map(({ id }) => id);
}
