import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "./actor";
import { toColumn, today } from "./dates";
import { db } from "./db";

/** What of an account makes the actor: the roles, and the trays given into their care today. */
export const accountOfActor = () =>
  ({
    id: true,
    account: true,
    name: true,
    phone: true,
    officeId: true,
    officialId: true,
    office: { select: { name: true } },
    roles: { select: { role: true } },
    trays: {
      where: {
        endedAt: null,
        from: { lte: toColumn(today()) },
        until: { gte: toColumn(today()) },
        principal: { disabledAt: null, roles: { some: { role: "reader" } } },
      },
      orderBy: { principal: { official: { rank: "asc" } } },
      select: { mayInstruct: true, principal: { select: { id: true, name: true, officialId: true } } },
    },
  }) satisfies Prisma.AccountSelect;

type Row = Prisma.AccountGetPayload<{ select: ReturnType<typeof accountOfActor> }>;

export function asActor({ office, roles: granted, trays, ...account }: Row): Actor {
  const roles = granted.map(({ role }) => role);
  // An administrator sees no content, also not what was given into their care before they became one.
  const isAdministrator = roles.some((role) => ["systemAdmin", "securityAdmin", "auditor"].includes(role));
  return {
    ...account,
    officeName: office.name,
    roles,
    principals: (isAdministrator ? [] : trays).map(({ mayInstruct, principal: { officialId, ...principal } }) => ({
      ...principal,
      mayInstruct: mayInstruct && Boolean(officialId),
    })),
  };
}

/** Somebody as they would act now, without being there: for what is looked for in their place by the clock. */
export async function actorOf(accountId: string): Promise<Actor | null> {
  const account = await db.account.findUnique({ where: { id: accountId, disabledAt: null }, select: accountOfActor() });
  return account && asActor(account);
}
