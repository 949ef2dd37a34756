import type { Client } from "pg";

/**
 * Ends, within the transaction of a restore, the sessions and one-time links that were open at the moment of the
 * backup. Some were ended or used up since, which a restored database does not know: a link in an old letter would
 * open an account once more, and so would the session of a stolen telephone. Sessions and links that were over then
 * stay as they are; a backup of the first versions has no links.
 */
export async function endOpen(client: Client): Promise<void> {
  await client.query(`UPDATE "Session" SET "endedAt" = now() WHERE "endedAt" IS NULL`);
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public."OneTimeLink"') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return;
  await client.query(`UPDATE "OneTimeLink" SET "usedAt" = now() WHERE "usedAt" IS NULL AND "expiresAt" > now()`);
}
