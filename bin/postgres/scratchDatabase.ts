import { withClient } from "../client";
import { migrate } from "../migrate/apply";
import { NAME, passwordOfOwner } from "./password";
import { APPLICATION, ensureApplication, grantTo } from "./roles";

/** A database of a passing server, with the two roles that an installation has. */
export type Parted = {
  /** As migrations, backup and the operator come in. */
  owner: string;
  /** As web and worker come in. */
  application: string;
};

/** Makes an empty, migrated database, and on the first time the roles; by the superuser's address. */
export async function newDatabase(superuser: string, name: string): Promise<Parted> {
  const parted = partedAt(superuser, name);
  await withClient(superuser, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [NAME]);
    if (!rowCount) await client.query(`CREATE ROLE ${NAME} LOGIN PASSWORD '${new URL(parted.owner).password}'`);
    await ensureApplication(client, NAME, new URL(parted.application).password);
    await client.query(`CREATE DATABASE ${name} OWNER ${NAME}`);
  });
  await migrate(parted.owner);
  await grantTo(parted.owner, APPLICATION);
  return parted;
}

/** The two addresses of a database that `newDatabase` made, or that was copied from one. */
export function partedAt(superuser: string, name: string): Parted {
  const secret = new URL(superuser).password;
  return {
    owner: address(superuser, NAME, passwordOfOwner(secret), name),
    application: address(superuser, APPLICATION, passwordOfOwner(`${APPLICATION}:${secret}`), name),
  };
}

function address(superuser: string, user: string, password: string, name: string): string {
  const at = new URL(superuser);
  at.username = user;
  at.password = password;
  at.pathname = `/${name}`;
  return at.href;
}
