import { withClient } from "@/bin/client";
import { idOf } from "../archive/house";

/** So many accounts as a city has: contributors of all offices and readers, beside those of the filling. */
export const accounts = 2_000;
const firstNew = 10_000;

/** Fills up to 2,000 accounts: of three new ones two write for an office, one reads. Returns writers and readers. */
export function enterTown(url: string): Promise<{ writers: string[]; readers: string[] }> {
  return withClient(url, async (client) => {
    await client.query("SET session_replication_role = replica");
    const { rows } = await client.query(`SELECT count(*)::int AS count FROM "Account"`);
    const count = accounts - rows[0].count;
    await client.query(
      `INSERT INTO "Account" (id, account, name, "passwordHash", "officeId", "createdAt")
       SELECT ('01900001-0000-7000-8000-' || lpad(to_hex($1 + n), 12, '0'))::uuid, 'town' || n, '城' || n, 'none',
         (SELECT id FROM "Office" ORDER BY "order" OFFSET n % (SELECT count(*) FROM "Office") LIMIT 1), '2015-01-01'
       FROM generate_series(0, $2::int - 1) n`,
      [firstNew, count],
    );
    await client.query(
      `INSERT INTO "RoleGrant" ("accountId", role, "grantedAt")
       SELECT id, (CASE substr(account, 5)::int % 3 WHEN 0 THEN 'reader' ELSE 'contributor' END)::"Role", '2015-01-01'
       FROM "Account" WHERE account LIKE 'town%'`,
    );
    await client.query(`ANALYZE "Account", "RoleGrant"`);
    const numbers = Array.from({ length: count }, (_, at) => at);
    const ids = (of: (at: number) => boolean) => numbers.filter(of).map((at) => idOf("account", firstNew + at));
    return { writers: ids((at) => at % 3 > 0), readers: ids((at) => at % 3 === 0) };
  });
}
