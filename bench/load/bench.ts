import { withClient } from "@/bin/client";
import { build } from "@/bin/prepare/build";
import type { Asks } from "../asks";
import { letGoOfDatabase } from "../database";
import { cookiesOf } from "../post/people";
import { startTrial, type Trial } from "../post/trial";
import { atSize, type Measured, quantile } from "../print";
import { residentMegabytes } from "../processor";
import { enterTown } from "../town/people";
import { arrivals } from "./arrivals";
import { type Crowd, mixOf } from "./mix";

/** Those that are asked for, and below them what a small machine can do. */
const rates = [5, 10, 20, 50, 100, 200];
const signedIn = { readers: 200, writers: 100 };
const bound = 500;
/** Seconds at rates beyond one that was not kept up with: what comes then only waits, in memory. */
const briefly = 5;

/** The day's mix at rising rates, with 300 people signed in; the highest at which 99 of 100 are answered in time is the figure. */
export async function measure({ full, sizes }: Asks): Promise<Measured[]> {
  await build(() => process.stderr.write("正在构建。\n"));
  const rows: Measured[] = [];
  for (const size of sizes) {
    const trial = await startTrial({ filled: size });
    try {
      rows.push(...(await measured(trial, size, full ? 60 : 10)));
    } finally {
      await letGoOfDatabase();
      await trial.end();
    }
  }
  return rows;
}

async function measured(trial: Trial, size: number, seconds: number): Promise<Measured[]> {
  const web = await trial.startWeb();
  const crowd = await crowdOf(trial, web.url);
  const next = mixOf(crowd);
  await arrivals(web.url, 10, 10, next);
  const rows: Measured[] = [];
  let best = 0;
  let isOverwhelmed = false;
  for (const rate of rates) {
    const what = `每秒 ${rate} 次`;
    const { times, failed, first } = await arrivals(web.url, rate, isOverwhelmed ? briefly : seconds, next);
    const all = [...times.values()].flat();
    const p99 = quantile(all, 0.99);
    const failures = [...failed.values()].reduce((sum, each) => sum + each, 0);
    if (p99 < bound && !failures) best = rate;
    const note = [
      failures ? `${failures} 次没有办成：${first}` : "",
      isOverwhelmed ? `前一个速率已经跟不上，只测 ${briefly} 秒` : "",
    ]
      .filter(Boolean)
      .join("；");
    isOverwhelmed ||= p99 > 10 * bound;
    rows.push(
      atSize(`${what}，中位`, size, quantile(all), { unit: "毫秒" }),
      atSize(`${what}，95%`, size, quantile(all, 0.95), { unit: "毫秒" }),
      atSize(`${what}，99%`, size, p99, { unit: "毫秒", note }),
      ...[...times].map(([kind, each]) =>
        atSize(`${what}，${kind}，99%`, size, quantile(each, 0.99), { unit: "毫秒" }),
      ),
      atSize(`${what}，网页进程的内存`, size, residentMegabytes(web.pid), { unit: "MB" }),
    );
  }
  return [...rows, atSize(`99% 在 ${bound} 毫秒以内的最高速率，${seconds} 秒，300 人`, size, best, { unit: "次每秒" })];
}

/** Three hundred people; the readers have the latest hundred issues in their trays. */
async function crowdOf(trial: Trial, web: string): Promise<Crowd> {
  const { writers, readers } = await enterTown(trial.url);
  const readerIds = readers.slice(0, signedIn.readers);
  const issueIds = await withClient(trial.url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM "Issue" WHERE state = 'distributed' ORDER BY "distributedAt" DESC, id DESC LIMIT 100`,
    );
    const ids = rows.map(({ id }) => id);
    await client.query(
      `INSERT INTO "Delivery" (id, "issueId", "accountId", labels, "deliveredAt", "openedAt", "acknowledgedAt")
       SELECT gen_random_uuid(), i.id, r, '{各位}', i."distributedAt", i."distributedAt",
         CASE WHEN n > 5 THEN i."distributedAt" END
       FROM (SELECT *, row_number() OVER (ORDER BY "distributedAt" DESC) AS n FROM "Issue" WHERE id = ANY($1)) i,
         unnest($2::uuid[]) r`,
      [ids, readerIds],
    );
    await client.query("ANALYZE");
    return ids;
  });
  return {
    ...{ web, issueIds },
    readers: await cookiesOf(readerIds, trial.secret),
    writers: await cookiesOf(writers.slice(0, signedIn.writers), trial.secret),
  };
}
