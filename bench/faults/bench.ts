import { setTimeout as pause } from "node:timers/promises";
import { letGoOfDatabase } from "../database";
import type { Measured } from "../print";
import { compare } from "./compare";
import { watchForEarly } from "./early";
import { faultsOf } from "./faults";
import { makeTrial } from "./house";
import { type Site, startSite } from "./site";
import { work } from "./work";

/** What a run is: how many issues wait to be signed, how long the database is away, how long people work around each fault. */
export type Length = { issues: number; away: number; around: number };

export const whole: Length = { issues: 120, away: 30, around: 10 };
export const short: Length = { issues: 20, away: 4, around: 2 };

export function measure(): Promise<Measured[]> {
  return trial(whole);
}

/**
 * People work at an installation of two webs, two workers, one database, behind nginx, while one thing after the
 * other fails. Afterwards what was confirmed to them is compared with what the database has.
 */
export async function trial({ issues, away, around }: Length): Promise<Measured[]> {
  const site = await startSite();
  process.env.DATABASE_URL = site.database;
  let watch: ReturnType<typeof watchForEarly> | undefined;
  try {
    const made = await makeTrial(issues);
    await allReady(site.ports);
    const working = await work(site, made);
    watch = watchForEarly(working.log.confirmed);
    const rows: Measured[] = [entranceOf(site)];
    await pause(around * 1_000);
    for (const { name, happen } of faultsOf(site, { away, around })) {
      if (!happen) {
        rows.push({ what: name, value: null, unit: "秒", note: "没有测：这台机器上不能挂载小的磁盘（须为 root）" });
        continue;
      }
      const from = performance.now();
      await happen(site);
      await allReady(site.ports);
      await pause(around * 1_000);
      rows.push({
        what: `${name}：最长无人办成`,
        value: longestSilence(working.log.moments, from) / 1_000,
        unit: "秒",
      });
    }
    // What was left to the worker is out within a minute of its time, which is at most two away.
    await pause(190_000 * Math.sign(away - short.away));
    await working.stop();
    const { early, looks } = await watch.stop();
    const { lost, doubled, numbers, late } = await compare(working.log.confirmed, made);
    const kinds = Object.entries(Object.groupBy(working.log.confirmed, ({ act }) => act));
    return [
      ...rows,
      {
        what: "确认过的写入",
        value: working.log.confirmed.length,
        unit: "次",
        note: kinds.map(([act, of]) => `${act} ${of?.length}`).join(" "),
      },
      {
        what: "没有回答、由人重做的",
        value: [...working.log.unanswered.values()].reduce((a, b) => a + b, 0),
        unit: "次",
        note: mostOf(working.log.unanswered),
      },
      { what: "确认过而丢失的", value: lost.length, unit: "次", bound: 0, note: lost.slice(0, 3).join(" ") },
      { what: "办了两次的", value: doubled.length, unit: "次", bound: 0, note: doubled.slice(0, 3).join(" ") },
      { what: "跳过或重复的期号", value: numbers.length, unit: "个", bound: 0, note: numbers.slice(0, 3).join(" ") },
      { what: "过时未分发的", value: late.length, unit: "期", bound: 0, note: late.slice(0, 3).join(" ") },
      // By the clock of whichever worker takes it (docs/operations.md): with one that is ahead, not nought.
      {
        what: "未到时而分发的",
        value: looks ? early.length : null,
        unit: "期",
        note: [`看了${looks}次`, ...early.slice(0, 3)].join(" "),
      },
    ];
  } finally {
    await watch?.stop();
    await letGoOfDatabase();
    await site.end();
  }
}

/** How many webs people come to: without nginx the second stands there and is asked for nothing. */
function entranceOf({ hasNginx, ports }: Site): Measured {
  const what = "人所到的网页进程";
  if (hasNginx) return { what, value: ports.length, unit: "个", note: "经 nginx" };
  return { what, value: 1, unit: "个", note: "没有 nginx：另一个网页进程没有人用，杀掉它不说明什么" };
}

/** Waits until each web says that it can work. How long nobody got anything done is measured; this only ends what hangs. */
async function allReady(ports: number[]): Promise<void> {
  for (const last = Date.now() + 180_000; Date.now() < last; await pause(100)) {
    const answers = await Promise.all(
      ports.map((port) =>
        fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    if (answers.every(Boolean)) return;
  }
  throw new Error("the webs did not recover by themselves");
}

/** Milliseconds between two confirmations, the longest of them since a moment. */
function longestSilence(moments: number[], from: number): number {
  const after = [from, ...moments.filter((moment) => moment >= from).sort((a, b) => a - b), performance.now()];
  return Math.max(...after.slice(1).map((moment, at) => moment - (after[at] ?? moment)));
}

function mostOf(unanswered: Map<string, number>): string {
  return [...unanswered]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([said, times]) => `${said} × ${times}`)
    .join("；");
}
