import type { ChildProcess } from "node:child_process";
import { warn } from "../say";
import { sentenceOf } from "../sentence";

/** Something that runs, and the way to end it. */
export type Service = { child: ChildProcess; stop: () => Promise<void> };

export type Watched = { stop: () => Promise<void> };

const MOST_DEATHS = 5;
const WITHIN = 60_000;

/**
 * Starts a service again whenever it dies, with a pause that grows; after five deaths in a minute
 * it tells `giveUp` why.
 */
export function supervise(
  name: string,
  first: Service,
  again: () => Promise<Service>,
  giveUp: (sentence: string) => void,
): Watched {
  let current = first;
  let stopped = false;
  let restarting: Promise<void> | undefined;
  let deaths: number[] = [];

  function watch(service: Service): void {
    current = service;
    service.child.once("exit", (code, signal) => died(`${name}意外结束（${signal ?? code}）`));
    // It may have gone before anybody listened.
    if (service.child.exitCode !== null || service.child.signalCode !== null) died(`${name}一启动就结束了`);
  }

  let dying = false;
  function died(reason: string): void {
    if (stopped || dying) return;
    dying = true;
    deaths = [...deaths.filter((time) => time > Date.now() - WITHIN), Date.now()];
    if (deaths.length >= MOST_DEATHS) {
      giveUp(`${reason}，一分钟内已有 ${MOST_DEATHS} 次，不再重启。`);
      return;
    }
    warn(`${reason}，正在重启。`);
    restarting = restart();
  }

  async function restart(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** deaths.length));
    if (stopped) return;
    try {
      const service = await again();
      dying = false;
      if (stopped) await service.stop();
      else watch(service);
    } catch (error) {
      dying = false;
      died(sentenceOf(error).replace(/。$/, ""));
    }
  }

  watch(first);
  return {
    stop: async () => {
      stopped = true;
      await restarting;
      await current.stop();
    },
  };
}
