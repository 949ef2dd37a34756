import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Role } from "@/generated/prisma/enums";
import type { Actor } from "./actor";
import { today } from "./dates";
import { db } from "./db";
import type { Life } from "./sessionLife";

type Row = Omit<Actor, "principals"> & { roles: Role[]; trays: unknown };

/** As PostgreSQL puts it together. */
const traySchema = z.array(z.object({ id: z.string(), name: z.string(), mayInstruct: z.boolean() }));

/** What of an account (a, in an office o) makes the actor: the roles, and the trays given into their care today. */
const actorColumns = () => Prisma.sql`
  a.id, a.account, a.name, a.phone, a."officeId", a."officialId", o.name AS "officeName",
  ARRAY(SELECT r.role::text FROM "RoleGrant" r WHERE r."accountId" = a.id ORDER BY r.role) AS roles,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name,
       'mayInstruct', d."mayInstruct" AND p."officialId" IS NOT NULL) ORDER BY l.rank, p.id), '[]')
   FROM "Deputy" d JOIN "Account" p ON p.id = d."principalId" LEFT JOIN "Official" l ON l.id = p."officialId"
   WHERE d."deputyId" = a.id AND d."endedAt" IS NULL AND d."from" <= ${today()}::date AND d.until >= ${today()}::date
     AND p."disabledAt" IS NULL
     AND EXISTS (SELECT FROM "RoleGrant" r WHERE r."accountId" = p.id AND r.role = 'reader')) AS trays`;

/** Somebody as they act now. Null for an account that is disabled or not there. */
export async function actorOf(accountId: string): Promise<Actor | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ${actorColumns()} FROM "Account" a JOIN "Office" o ON o.id = a."officeId"
    WHERE a.id = ${accountId}::uuid AND a."disabledAt" IS NULL`;
  return row ? asActor(row) : null;
}

export type InSession = { actor: Actor; life: Life; passwordDue: boolean; stepDue: boolean };

type SessionRow = Row & Life & Pick<InSession, "passwordDue" | "stepDue">;

/** Whose session it is, and how long it stands: by one query, since it is asked at every request. Null for one that was ended. */
export async function actorInSession(sessionId: string): Promise<InSession | null> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    /* prepared */
    SELECT ${actorColumns()}, s."createdAt", s."endedAt", s."endsAt", s."idleMinutes", s."lastSeenAt", s."passwordDue", s."stepDue"
    FROM "Session" s JOIN "Account" a ON a.id = s."accountId" JOIN "Office" o ON o.id = a."officeId"
    WHERE s.id = ${sessionId}::uuid AND s."endedAt" IS NULL AND a."disabledAt" IS NULL`;
  if (!row) return null;
  const { createdAt, endedAt, endsAt, idleMinutes, lastSeenAt, passwordDue, stepDue, ...account } = row;
  const life = { createdAt, endedAt, endsAt, idleMinutes, lastSeenAt };
  return { actor: asActor(account), life, passwordDue, stepDue };
}

function asActor({ trays, ...account }: Row): Actor {
  // An administrator sees no content, also not what was given into their care before they became one; nor does somebody
  // from whom every role was taken.
  const { roles } = account;
  const isAdministrator = roles.some((role) => ["systemAdmin", "securityAdmin", "auditor"].includes(role));
  return { ...account, principals: isAdministrator || !roles.length ? [] : traySchema.parse(trays) };
}
