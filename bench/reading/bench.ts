import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "@/bin/prepare/build";
import type { Asks } from "../asks";
import { letGoOfDatabase } from "../database";
import { cookiesOf } from "../post/people";
import { startTrial, type Trial } from "../post/trial";
import { atSize, type Measured, quantile } from "../print";
import { type Asked, type Driven, drive, refuseOther } from "./drive";
import { startBare, startFloor } from "./limits";
import { queriesOf } from "./queries";
import { enterReader } from "./reader";
import { scriptKilobytes } from "./scripts";

/** With so many items the pages stand beside their limits. */
const smallest = 10_000;
const rounds = 5;
const seconds = 3;
/** What a general system reached on the same framework, requests a second; three times that is the bound. */
const reached = { page: 100, tray: 147 };
const names = { page: "25 篇的一期", tray: "2000 期的收件箱，50 期未读" } as const;
type Name = keyof typeof names;

/** The two pages of a reader, beside the floor and the bare page of the framework; then as the archive grows. */
export async function measure({ sizes }: Asks): Promise<Measured[]> {
  await build(() => process.stderr.write("正在构建。\n"));
  const rows: Measured[] = [];
  for (const size of sizes) {
    const trial = await startTrial({ filled: size });
    try {
      rows.push(...(await measured(trial, size)));
    } finally {
      await letGoOfDatabase();
      await trial.end();
    }
  }
  return rows;
}

async function measured(trial: Trial, size: number): Promise<Measured[]> {
  const { readerId, issueId, words } = await enterReader(trial.url);
  const [cookie = ""] = await cookiesOf([readerId], trial.secret);
  const web = await trial.startWeb();
  // As a browser asks for a page.
  const headers = { cookie, accept: "text/html,application/xhtml+xml", "accept-encoding": "gzip, deflate, br" };
  const page = { url: `${web.url}/reading/${issueId}`, pid: web.pid, headers, has: words };
  const tray = { url: `${web.url}/reading`, pid: web.pid, headers, has: issueId };
  if (size !== smallest) return ofPages(size, { page, tray });
  return [
    ...(await besideLimits(trial, { page, tray })),
    { what: "阅读页的脚本，压缩后", value: await scriptKilobytes(page), unit: "KB", bound: 120 },
  ];
}

/** The page alone, in a larger archive. */
async function ofPages(size: number, asked: Record<Name, Asked>): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const [name, what] of Object.entries(names)) {
    const ask = asked[name as Name];
    await refuseOther(ask);
    await drive(ask, 4, seconds);
    const driven = await drive(ask, 16, seconds * 2);
    rows.push(...grown(what, size, [driven]), ...told(`${what}，${size} 篇稿件`, [driven]));
  }
  return rows;
}

async function besideLimits(trial: Trial, asked: Record<Name, Asked>): Promise<Measured[]> {
  const folder = path.join(path.dirname(trial.log), "limits");
  mkdirSync(folder);
  for (const name of Object.keys(names) as Name[]) {
    // Once before, so that what is kept is there, as it is for every reader but the first.
    await refuseOther(asked[name]);
    writeFileSync(path.join(folder, `${name}.html`), bodyOf(await refuseOther(asked[name])));
    const queries = await queriesOf(trial, () => refuseOther(asked[name]));
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(queries));
  }
  const [floor, bare] = [await startFloor(folder), await startBare(folder)];
  try {
    const rows: Measured[] = [];
    for (const name of Object.keys(names) as Name[]) {
      const ask = asked[name];
      const limited = { ...ask, headers: { ...ask.headers, cookie: "" } };
      rows.push(
        ...(await inTurn(name, {
          ours: ask,
          bare: { ...limited, url: `${bare.url}/${name}`, pid: bare.pid },
          floor: { ...limited, url: `${floor.url}/${name}`, pid: floor.pid },
        })),
      );
    }
    return rows;
  } finally {
    floor.stop();
    bare.stop();
  }
}

/** What stands between the body's tags, without the scripts: the framework brings its own. */
function bodyOf(html: string): string {
  return html.replace(/^[\s\S]*?<body[^>]*>/, "").replace(/<script[\s\S]*?<\/script>/g, "");
}

type Three = Record<"ours" | "bare" | "floor", Asked>;

/** The three in turn, several times, so that what else happens on the machine meets all of them. */
async function inTurn(name: Name, three: Three): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const each of Object.values(three)) await drive(each, 4, seconds * 2);
  for (const connections of [1, 16]) {
    const driven: Record<keyof Three, Driven[]> = { ours: [], bare: [], floor: [] };
    for (let round = 0; round < rounds; round++)
      for (const who of Object.keys(three) as (keyof Three)[])
        driven[who].push(await drive(three[who], connections, seconds));
    const what = `${names[name]}，${connections} 个连接`;
    const middle = (who: keyof Three, figure: keyof Driven) => quantile(driven[who].map((each) => each[figure]));
    const share = quantile(driven.bare.map((each, at) => (driven.ours[at]?.aSecond ?? 0) / each.aSecond));
    const effort = quantile(driven.bare.map((each, at) => each.processor / (driven.ours[at]?.processor ?? 1)));
    if (connections === 16) rows.push(...grown(names[name], smallest, driven.ours));
    rows.push(
      ...told(what, driven.ours),
      { what: `${what}，每秒`, value: middle("ours", "aSecond"), unit: "次", least: 3 * reached[name] },
      { what: `${what}，只有框架的页面，每秒`, value: middle("bare", "aSecond"), unit: "次" },
      { what: `${what}，只有框架的页面，每次处理器`, value: middle("bare", "processor"), unit: "毫秒" },
      { what: `${what}，node:http 同样的查询，每秒`, value: middle("floor", "aSecond"), unit: "次" },
      { what: `${what}，node:http 同样的查询，每次处理器`, value: middle("floor", "processor"), unit: "毫秒" },
      { what: `${what}，与只有框架的页面之比，每秒`, value: share, unit: "倍", least: 0.7 },
      { what: `${what}，与只有框架的页面之比，处理器`, value: effort, unit: "倍", least: 0.7 },
    );
  }
  return rows;
}

/** What of it grows with the archive, or should not. */
function grown(what: string, size: number, driven: Driven[]): Measured[] {
  const middle = (figure: keyof Driven) => quantile(driven.map((each) => each[figure]));
  return [
    atSize(`${what}，16 个连接，95%`, size, middle("p95"), { unit: "毫秒" }),
    atSize(`${what}，16 个连接，每次处理器`, size, middle("processor"), { unit: "毫秒" }),
  ];
}

function told(what: string, driven: Driven[]): Measured[] {
  const middle = (figure: keyof Driven) => quantile(driven.map((each) => each[figure]));
  return [
    { what: `${what}，中位`, value: middle("p50"), unit: "毫秒" },
    { what: `${what}，95%`, value: middle("p95"), unit: "毫秒" },
    { what: `${what}，99%`, value: middle("p99"), unit: "毫秒" },
    {
      what: `${what}，每次处理器`,
      value: middle("processor"),
      unit: "毫秒",
      bound: what.startsWith(names.page) ? 11 / 3 : undefined,
    },
    { what: `${what}，每次字节`, value: middle("bytes") / 1024, unit: "KB" },
  ];
}
