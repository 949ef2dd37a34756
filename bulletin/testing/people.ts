import { randomUUID } from "node:crypto";
import type { Office, Prisma, Role } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { publication } from "./publications";

// Written directly, as in seeds/: the administrators who would enter them must exist first. And in few
// statements, since nearly every test begins with a house full of people.
// Stories share a database: each worker of Playwright, also one that takes over after a failure, counts from elsewhere.
let count = Number(process.env.TEST_WORKER_INDEX ?? 0) * 1_000;

type OfficeGiven = Partial<Prisma.OfficeUncheckedCreateInput>;

export async function office(given: OfficeGiven = {}): Promise<Office> {
  const [made] = await db.office.createManyAndReturn({ data: [newOffice(given)] });
  if (!made) throw new Error("no office was made");
  return made;
}

function newOffice(given: OfficeGiven) {
  const order = ++count;
  return {
    id: randomUUID(),
    name: `第${order}县政协`,
    shortName: `县${order}`,
    kind: "county" as const,
    order,
    ...given,
  };
}

type Given = Partial<Omit<Prisma.AccountUncheckedCreateInput, "roles">> & { office?: Office };

/** An account with roles, as the actor that a session would make of it. Its password opens nothing. */
export async function person(roles: Role[], { office: at, ...given }: Given = {}): Promise<Actor> {
  const one = newPerson(roles, at ?? (await office()), given);
  await enter([one]);
  return one.actor;
}

function newPerson(roles: Role[], at: Pick<Office, "id" | "name">, given: Given = {}) {
  const number = ++count;
  const own = { id: randomUUID(), account: `person${number}`, name: `人${number}`, phone: "0800-1", officeId: at.id };
  const row = { ...own, passwordHash: "none", createdAt: now(), ...given };
  const { id, account, name, phone, officeId } = row;
  const onRoster = { officialId: given.officialId ?? null, principals: [] };
  const actor: Actor = { id, account, name, phone, officeId, officeName: at.name, roles, ...onRoster };
  return { row, actor };
}

async function enter(people: ReturnType<typeof newPerson>[]): Promise<void> {
  await db.account.createMany({ data: people.map(({ row }) => row) });
  const grants = people.flatMap(({ actor: { id, roles } }) => roles.map((role) => ({ accountId: id, role })));
  await db.roleGrant.createMany({ data: grants.map((grant) => ({ ...grant, grantedAt: now() })) });
}

/** An official who has held one title since 2020. */
export async function official(name: string, rank: number, title = "副主席"): Promise<string> {
  const titles = { create: [{ title, from: toColumn("2020-01-01") }] };
  return (await db.official.create({ data: { name, rank, titles } })).id;
}

/**
 * A house with everyone in it: the north sends directly, the south has a lead of its own; two
 * editors, since an act is often about the other one; two readers, of whom the list names the first.
 */
export async function house() {
  const kinds: OfficeGiven[] = [{ kind: "secretariat" }, {}, { signOff: true }, {}, {}];
  const offices = await db.office.createManyAndReturn({ data: kinds.map(newOffice) });
  const [secretariat, north, south, first, second] = offices.sort((a, b) => a.order - b.order);
  if (!secretariat || !north || !south || !first || !second) throw new Error("the house was not built");
  const people = {
    writer: newPerson(["contributor"], north),
    southWriter: newPerson(["contributor"], south),
    southLead: newPerson(["officeLead"], south),
    editor: newPerson(["editor"], secretariat),
    editor2: newPerson(["editor"], secretariat),
    reviewer: newPerson(["reviewer"], secretariat),
    signer: newPerson(["signer"], secretariat),
    leader: newPerson(["reader"], first),
    leader2: newPerson(["reader"], second),
  };
  await enter(Object.values(people));
  const actors = Object.entries(people).map(([name, { actor }]) => [name, actor]);
  const readers = [people.leader.actor];
  return {
    ...(Object.fromEntries(actors) as Record<keyof typeof people, Actor>),
    ...{ secretariat, north, south },
    publication: await publication({ readers }),
  };
}

export type House = Awaited<ReturnType<typeof house>>;
