import path from "node:path";
import type { Env } from "../../lib/env";
import { isInitialised } from "../postgres/cluster";
import { startEmbedded } from "../postgres/embedded";
import { APPLICATION } from "../postgres/roles";
import { say, since } from "../say";
import { dropHalfDemonstration, loadDemonstration, migrated } from "./demonstration";
import type { Ending } from "./ending";
import { openExternal } from "./external";
import { supervise } from "./supervise";

export type Opening = {
  env: Env;
  environment: NodeJS.ProcessEnv;
  notes: { add: (name: string, pid: number) => void };
  end: Ending;
  giveUp: (sentence: string) => void;
};

/** Opens the database, migrated and, where it is the demonstration's, filled; the address is the application's. */
export async function openData(opening: Opening): Promise<{ url: string; demonstration: boolean }> {
  const { env } = opening;
  if (!env.DATABASE_URL) return openEmbedded(opening);
  await openExternal(env.DATABASE_URL, env.DATABASE_OWNER_URL);
  return { url: env.DATABASE_URL, demonstration: false };
}

async function openEmbedded({
  env,
  environment,
  notes,
  end,
  giveUp,
}: Opening): Promise<{ url: string; demonstration: boolean }> {
  const start = Date.now();
  const data = env.BIANFA_DATA;
  say("数据库", isInitialised(path.join(data, "pg")) ? "启动…" : "第一次启动，正在建立…");
  const starting = startEmbedded(data);
  // Told to stop while it starts, we still must end it.
  let stopDatabase = () =>
    starting.then(
      ({ server }) => server.stop(),
      () => {},
    );
  end.with(() => stopDatabase());
  const embedded = await starting;
  const note = (pid: number | undefined) => pid && notes.add("数据库", pid);
  note(embedded.server.child.pid);
  stopDatabase = supervise(
    "数据库",
    embedded.server,
    async () => {
      const server = await embedded.restart();
      note(server.child.pid);
      return server;
    },
    giveUp,
  ).stop;
  say("数据库", `已启动，${since(start)}`);
  await dropHalfDemonstration(embedded);
  say("迁移", await migrated(embedded.url, APPLICATION));
  const demonstration = await loadDemonstration(embedded, env.BIANFA_DEMO !== "0", {
    ...environment,
    DATABASE_URL: embedded.application,
  });
  return { url: embedded.application, demonstration };
}
