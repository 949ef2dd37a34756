import { existsSync } from "node:fs";
import path from "node:path";
import { addressOf, type Env } from "../../lib/env";
import { bringFandolOnce } from "../faces/bring";
import { endOrphans } from "../postgres/orphans";
import { makeAssets } from "../prepare/assets";
import { build } from "../prepare/build";
import { refuseFullDisk } from "../prepare/disk";
import { generate } from "../prepare/generate";
import { taken } from "../prepare/port.mjs";
import { say, since } from "../say";
import { Sentence } from "../sentence";
import { announce, printSetupCode } from "./announce";
import { makeDataFolder } from "./data-folder";
import type { Ending } from "./ending";
import { environmentOf } from "./environment";
import { lock } from "./lock";
import { openData } from "./open-data";
import { endLeftovers, record } from "./record";
import { serve } from "./serve";

/** Everything from an empty clone to the line `ready`, each step skipped when nothing changed. */
export async function begin(mode: "start" | "dev", env: Env, end: Ending): Promise<void> {
  const started = Date.now();
  const data = env.BIANFA_DATA;
  makeDataFolder(data);
  const held = await lock(data);
  end.with(held.release);
  refuseFullDisk(data, "BIANFA_DATA");
  await endLeftBehind(data);
  await refuseTakenPort(env);

  const faces = bringFandolOnce(env.BIANFA_FONTS, end.begun);
  if (await generate()) say("数据库客户端", "已生成");
  if (mode === "start") await buildIfStale();
  else await makeAssets();
  // The demonstration prints pages. A network that does not answer is not waited for: faces that
  // come later are found then.
  await Promise.race([faces, new Promise((resolve) => setTimeout(resolve, 30_000).unref())]);

  const notes = record(data);
  end.with(notes.clear);
  const environment = environmentOf(mode, env);
  const giveUp = (sentence: string) => {
    process.stderr.write(`${sentence}\n`);
    void end.now(1);
  };
  const opened = await openData({ env, environment, notes, end, giveUp });
  environment.DATABASE_URL = opened.url;
  // Web and worker have no business with the owner's address.
  delete environment.DATABASE_OWNER_URL;
  environment.BIANFA_DEMO = opened.demonstration ? "1" : "0";
  await serve({ mode, env, environment, notes, end, giveUp });
  // From here on, whoever wants our folder while we end waits for us.
  end.with(held.stopping);
  say("就绪", since(started));
  announce(addressOf(env), opened.demonstration);
  if (!opened.demonstration) await printSetupCode(environment);
}

async function endLeftBehind(data: string): Promise<void> {
  const names = await endLeftovers(data);
  const folder = path.join(data, "pg");
  if (existsSync(folder)) await endOrphans(folder);
  if (names.length > 0) say("上次遗留的进程", `已结束（${names.join("、")}）`);
}

async function refuseTakenPort({ PORT, HOST }: Env): Promise<void> {
  const inUse = await taken(PORT, HOST).catch((error: { code?: string }) => {
    if (error.code === "EACCES") throw new Sentence(`端口 ${PORT} 需要更高的权限：请用 PORT 设置 1024 以上的端口。`);
    throw new Sentence(`本机没有地址 ${HOST}：请检查 HOST。`);
  });
  if (inUse) throw new Sentence(`端口 ${PORT} 已被占用：请停止占用它的程序，或用 PORT 换一个端口。`);
}

async function buildIfStale(): Promise<void> {
  const start = Date.now();
  const built = await build(() => say("构建…"));
  say("构建", built ? `完成，${since(start)}` : "没有改动，跳过");
}
