import { existsSync } from "node:fs";
import path from "node:path";
import { addressOf, type Env } from "../../lib/env";
import { programs } from "../prepare/run";
import { ROOT } from "../prepare/stale";
import { say } from "../say";
import { Sentence } from "../sentence";
import type { Opening } from "./open-data";
import { type ServiceOptions, startService } from "./service";
import { supervise, type Watched } from "./supervise";

const WORKER = path.join(ROOT, "jobs/worker.ts");
const PATIENCE = 120_000;
// A little more than what bin/web/stop.ts gives the requests that are running.
const WEB_PATIENCE = 35_000;

/** Starts web and worker and waits until the web answers. */
export async function serve({
  mode,
  env,
  environment,
  notes,
  end,
  giveUp,
}: Opening & { mode: "start" | "dev" }): Promise<void> {
  const run = (options: ServiceOptions): Watched => {
    const start = () => {
      const service = startService(options);
      if (service.child.pid) notes.add(options.name, service.child.pid);
      return service;
    };
    return supervise(options.name, start(), async () => start(), giveUp);
  };
  const web =
    mode === "dev" ? [path.join(ROOT, programs.next), mode, "-p", String(env.PORT), "-H", env.HOST] : [programs.web];
  say("网页", "启动…");
  const watched = [run({ name: "网页", args: web, env: environment, patience: WEB_PATIENCE })];
  if (existsSync(WORKER)) {
    say("后台任务", "启动…");
    watched.push(run({ name: "后台", args: ["--import", "tsx", WORKER], env: environment, patience: 10_000 }));
  }
  end.with(async () => void (await Promise.all(watched.map(({ stop }) => stop()))));
  await answers(env, end.begun);
}

async function answers(env: Env, ended: () => boolean): Promise<void> {
  const address = `${addressOf(env)}/api/health/live`;
  for (const last = Date.now() + PATIENCE; Date.now() < last && !ended(); ) {
    try {
      const { status } = await fetch(address, { signal: AbortSignal.timeout(10_000) });
      if (status === 200) return;
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Sentence(`网页在 ${PATIENCE / 1000} 秒内没有回答（${address}）。`);
}
