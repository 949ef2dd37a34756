import { withClient } from "@/bin/client";
import { record } from "@/bulletin/events";
import { seal } from "@/bulletin/record/seal";
import { verify } from "@/bulletin/record/verify";
import { inTransaction } from "@/lib/db";
import { onScratch } from "../archive/scratch";
import { type Measured, quantile } from "../print";

/** What the chain costs: an act's line, closing the chain over a record that had none, walking all of it. */
export async function measure({ full }: { full: boolean }): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const count of [100_000, 1_000_000]) {
    if (count === 1_000_000 && !full) {
      rows.push({ what: `核对 ${count} 条记录`, value: null, unit: "秒", note: "用 --full 测" });
      continue;
    }
    await onScratch(async (url) => {
      await withClient(url, (client) => client.query(lines, [count]));
      const sealing = await secondsOf(seal);
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss);
      }, 50);
      const walking = await secondsOf(() => findings(0, count));
      clearInterval(watch);
      await withClient(url, (client) => client.query(falsified, [Math.floor(count / 2)]));
      await findings(1, count);
      rows.push(
        { what: `链上 ${count} 条记录，第一次`, value: sealing, unit: "秒" },
        { what: `核对 ${count} 条记录`, value: walking, unit: "秒" },
        { what: `核对 ${count} 条时内存增加`, value: (most - before) / 1e6, unit: "MB" },
      );
      if (count === 100_000) rows.push({ what: "写一条记录，中位", value: await oneLine(), unit: "毫秒" });
    });
  }
  return rows;
}

const lines = `
  INSERT INTO "Event" (at, "actorId", "actorName", act, "itemId", detail)
  SELECT timestamptz '2024-01-01' + n * interval '1 minute', gen_random_uuid(), '测试人员', 'editEntry', gen_random_uuid(),
         jsonb_build_object('reason', '核对地名，改正职务', 'n', n, 'words', repeat('改', n::int % 40))
    FROM generate_series(1, $1::bigint) n`;

const falsified = `
  WITH quiet AS (SELECT set_config('session_replication_role', 'replica', false))
  UPDATE "Event" SET "actorName" = '别人' FROM quiet WHERE id = $1::bigint`;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1_000;
}

/** A figure of a walk that found something else than it should is no figure. */
async function findings(expected: number, lines: number): Promise<void> {
  const walk = verify();
  for (;;) {
    const { done, value } = await walk.next();
    if (!done) continue;
    if (value.findings !== expected || value.lines !== lines)
      throw new Error(JSON.stringify({ ...value, place: String(value.place) }));
    return;
  }
}

async function oneLine(): Promise<number> {
  const milliseconds: number[] = [];
  for (let n = 0; n < 300; n++) {
    const from = performance.now();
    await inTransaction((tx) => record(tx, null, "probe"));
    milliseconds.push(performance.now() - from);
  }
  return quantile(milliseconds);
}
