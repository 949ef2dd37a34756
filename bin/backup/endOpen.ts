import { withClient } from "../client";

/**
 * Ends the sessions and one-time links that were open at the moment of a backup. Some were ended or used up since,
 * which a restored database does not know: a link in an old letter would open an account once more, and so would the
 * session of a stolen telephone. Returns how many there were.
 */
export function endOpen(url: string): Promise<{ sessions: number; links: number }> {
  return withClient(url, async (client) => {
    await client.query("BEGIN");
    const sessions = await client.query(`UPDATE "Session" SET "endedAt" = now() WHERE "endedAt" IS NULL`);
    const links = await client.query(`UPDATE "OneTimeLink" SET "usedAt" = now() WHERE "usedAt" IS NULL`);
    await client.query("COMMIT");
    return { sessions: sessions.rowCount ?? 0, links: links.rowCount ?? 0 };
  });
}
