import { timeZone } from "@/lib/dates";
import { db } from "@/lib/db";
import { onlyNeededDecoders } from "@/lib/decoders";
import { log } from "@/lib/log";
import { handlers } from "./handlers";
import { jobs, openQueue } from "./queue";
import { schedule } from "./schedule";

onlyNeededDecoders();
const boss = await openQueue();
for (const job of jobs) await boss.work(job, () => handlers[job]());
for (const { job, cron } of schedule) await boss.schedule(job, cron, undefined, { tz: timeZone });
log.info("worker ready");

/** What is being done is finished first. */
async function stop(): Promise<void> {
  await boss.stop({ graceful: true, timeout: 20_000 });
  await db.$disconnect();
  process.exit(0);
}

process.once("SIGTERM", stop);
process.once("SIGINT", stop);
