import { setTimeout as pause } from "node:timers/promises";
import type { Site } from "./site";

/** Something that goes wrong, and how it comes right again; `null` where this machine cannot do it. */
export type Fault = { name: string; happen: ((site: Site) => Promise<void>) | null };

const second = 1_000;

/** As somebody sets a clock that was wrong: less than after which an idle session ends. */
const leap = 10 * 60 * second;

/** One after the other, with people at work all the time. `away`: seconds for which the database is gone, `around` for which a clock is wrong. */
export function faultsOf(site: Site, { away, around }: { away: number; around: number }): Fault[] {
  const [web, otherWeb] = site.webs;
  const [worker, otherWorker] = site.workers;
  const { disk } = site;
  return [
    { name: "kill -9 一个网页进程", happen: async () => web?.kill() },
    { name: "kill -9 一个后台进程", happen: async () => worker?.kill() },
    {
      name: "kill -9 另一网页和另一后台进程",
      happen: async () => {
        otherWeb?.kill();
        otherWorker?.kill();
      },
    },
    {
      name: "数据库重启",
      happen: async () => {
        await site.stopDatabase();
        await site.beginDatabase();
      },
    },
    {
      name: "kill -9 数据库",
      happen: async () => {
        site.killDatabase();
        await pause(second);
        await site.beginDatabase();
      },
    },
    {
      name: `数据库离开${away}秒`,
      happen: async () => {
        await site.stopDatabase();
        await pause(away * second);
        await site.beginDatabase();
      },
    },
    {
      name: "时钟跳到十分钟后，又跳到十分钟前",
      happen: async () => {
        for (const offset of [leap, -leap]) {
          site.setClock(offset);
          await pause(around * second);
        }
        site.setClock(0);
      },
    },
    {
      name: "数据库的磁盘写满",
      happen:
        disk &&
        (async () => {
          disk.fill();
          await pause(5 * second);
          disk.free();
          // Without room for its log the database ends itself; whoever watches over it starts it again.
          await site.stopDatabase();
          await site.beginDatabase();
        }),
    },
  ];
}
