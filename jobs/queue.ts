import { PgBoss } from "pg-boss";
import { directUrl } from "@/lib/db";
import { log } from "@/lib/log";

/** What happens later. The queue lives in the same PostgreSQL, so a backup of one is a backup of both. */
export const jobs = [
  ...(["sweep", "distribute", "remind", "mail", "deadlines", "savedSearches"] as const),
  ...(["backup", "backupAsked", "seal"] as const),
] as const;
export type Job = (typeof jobs)[number];

// Mail one at a time, however many workers there are: two at once would send the same one twice. The others may
// overlap, so that what a killed worker held does not keep the next one waiting. A backup may take hours; one that
// failed is not pressed, the clock asks again an hour later, or the person does.
const backup = { policy: "singleton", retryLimit: 0, expireInSeconds: 20 * 3_600 } as const;
const particular: { [name in Job]?: { policy?: "singleton"; retryLimit?: number; expireInSeconds?: number } } = {
  mail: { policy: "singleton" },
  backup,
  backupAsked: backup,
};

/** The queue, started. A killed worker's job is taken up again after its heartbeat has been silent. */
export async function openQueue(): Promise<PgBoss> {
  // The schema is there: its owner has lent it to our role, which may make none itself.
  const boss = new PgBoss({ connectionString: directUrl(), schema: "jobs", createSchema: false, max: 3 });
  boss.on("error", (error) => log.warn({ error }, "the queue reports an error"));
  await boss.start();
  const common = { retryLimit: 3, retryBackoff: true, heartbeatSeconds: 30 };
  for (const job of jobs) await boss.createQueue(job, { ...common, ...particular[job] });
  return boss;
}
