import type { Office, Prisma, Role } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { toColumn } from "@/lib/dates";
import { db } from "@/lib/db";
import { publication } from "./publications";

// Written directly, as in seeds/: the administrators who would enter them must exist first.
let count = 0;

export async function office(given: Partial<Prisma.OfficeUncheckedCreateInput> = {}): Promise<Office> {
  const order = ++count;
  return db.office.create({
    data: { name: `第${order}县政协`, shortName: `县${order}`, kind: "county", order, ...given },
  });
}

type Given = Partial<Omit<Prisma.AccountUncheckedCreateInput, "roles">> & { office?: Office };

/** An account with roles, as the actor that a session would make of it. Its password opens nothing. */
export async function person(roles: Role[], { office: at, ...given }: Given = {}): Promise<Actor> {
  const { id: officeId, name: officeName } = at ?? (await office());
  const number = ++count;
  const data = { account: `person${number}`, name: `人${number}`, phone: "0800-1", passwordHash: "none", officeId };
  const { id, account, name, phone } = await db.account.create({
    data: { ...data, createdAt: now(), ...given, roles: { create: roles.map((role) => ({ role, grantedAt: now() })) } },
  });
  return { id, account, name, phone, officeId, officeName, roles };
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
  const secretariat = await office({ kind: "secretariat" });
  const north = await office();
  const south = await office({ signOff: true });
  const leader = await person(["reader"]);
  return {
    secretariat,
    north,
    south,
    leader,
    writer: await person(["contributor"], { office: north }),
    southWriter: await person(["contributor"], { office: south }),
    southLead: await person(["officeLead"], { office: south }),
    editor: await person(["editor"], { office: secretariat }),
    editor2: await person(["editor"], { office: secretariat }),
    reviewer: await person(["reviewer"], { office: secretariat }),
    signer: await person(["signer"], { office: secretariat }),
    leader2: await person(["reader"]),
    publication: await publication({ readers: [leader] }),
  };
}

export type House = Awaited<ReturnType<typeof house>>;
