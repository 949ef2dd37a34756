import { readEnv } from "../../lib/env";
import { bringFandolOnce } from "../faces/bring";
import { makeAssets } from "../prepare/assets";
import { generate } from "../prepare/generate";
import { endRunning } from "../prepare/run";
import { say, since, warn } from "../say";
import { Sentence, sentenceOf } from "../sentence";
import { findBrowser, findChineseFace } from "./browser";
import { addUp, type Counts, countLine, NOTHING } from "./counts";
import { browserTests, lint, types, units } from "./stages";

// `npm test`, on the pinned Node and with everything installed: stops at the first stage that fails.
let counts: Counts = NOTHING;

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => end(130));
process.on("disconnect", () => end(1));

try {
  await stage("客户端", async () => {
    await generate();
    await makeAssets();
  });
  // What comes over the network comes while the processors look through the code.
  const faces = bringFandolOnce(readEnv().BIANFA_FONTS);
  const browser = faces.then(browserWithChinese);
  // A machine without one hears of it when its turn comes.
  browser.catch(() => {});
  // The tests of pages look at 仿宋 where it is there.
  await Promise.all([faces, stage("类型", types), stage("规范", lint)]);
  await stage("单元与数据库", () => counted(units));
  // Its server builds the web while it plays the demonstration (e2e/server.ts).
  await stage("浏览器", async () => counted(async () => browserTests(await browser)));
  say(countLine(counts));
  end(0);
} catch (error) {
  warn(sentenceOf(error));
  say(countLine(counts));
  end(1);
}

async function browserWithChinese(): Promise<string> {
  const browser = await findBrowser();
  await findChineseFace();
  return browser;
}

async function stage(name: string, work: () => Promise<void>): Promise<void> {
  const start = Date.now();
  say(`── ${name}`);
  await work();
  say(`── ${name}`, `通过，${since(start)}`);
}

async function counted(work: () => Promise<{ counts: Counts; status: number; name: string }>): Promise<void> {
  const result = await work();
  counts = addUp(counts, result.counts);
  if (result.status !== 0) throw new Sentence(`${result.name}没有全部通过。`);
}

function end(status: number): never {
  endRunning();
  process.exit(status);
}
