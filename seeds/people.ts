import { hashPassword } from "@/bulletin/people/password";
import type { Role } from "@/generated/prisma/enums";
import { now } from "@/lib/clock";
import { toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { accounts } from "./city/accounts";
import { offices } from "./city/offices";
import { officials } from "./city/officials";

export const demonstrationPassword = "Bianfa-demo-2026";

/**
 * Offices, roster and accounts. Written directly: the administrators who would enter them must
 * exist first, and thirty accounts share one password hash.
 */
export async function seedPeople(): Promise<void> {
  const passwordHash = await hashPassword(demonstrationPassword);
  const officeIds = await seedOffices();
  const officialIds = await seedOfficials(officeIds);
  for (const { account, name, office, roles, phone, official } of accounts) {
    await db.account.create({
      data: {
        account,
        name,
        phone,
        passwordHash,
        createdAt: now(),
        officeId: need(officeIds, office),
        officialId: official ? need(officialIds, official) : null,
        roles: { create: roles.map((role) => ({ role: role as Role, grantedAt: now() })) },
      },
    });
  }
}

async function seedOffices(): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [index, { code, parent, ...office }] of offices.entries()) {
    const parentId = parent ? need(ids, parent) : null;
    const { id } = await db.office.create({ data: { ...office, parentId, order: index + 1 } });
    ids.set(code, id);
  }
  return ids;
}

async function seedOfficials(officeIds: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { name, rank, office, titles } of officials) {
    const tenures = titles.map(({ title, from, to }) => ({
      title,
      from: toColumn(from),
      to: to ? toColumn(to) : null,
    }));
    const { id } = await db.official.create({
      data: { name, rank, officeId: need(officeIds, office), titles: { create: tenures } },
    });
    ids.set(name, id);
  }
  return ids;
}

function need(ids: Map<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`the city has no ${code}`);
  return id;
}
