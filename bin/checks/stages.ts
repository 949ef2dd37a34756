import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { programs, run, runNode } from "../prepare/run";
import { ROOT } from "../prepare/stale";
import { Sentence } from "../sentence";
import { type Counts, playwrightCounts, vitestCounts } from "./counts";

type Tested = { counts: Counts; status: number; name: string };

// These two bring native programs or find them by themselves: their starters know how.
const bin = (name: string) => path.join(ROOT, "node_modules/.bin", name);

/** The types of everything. */
export async function types(): Promise<void> {
  const { status } = await run(bin("tsc"), ["--noEmit"], {}, false);
  if (status !== 0) throw new Sentence("类型检查没有通过（tsc）。");
}

/** Format, lint and the boundaries between folders. */
export async function lint(): Promise<void> {
  const { status } = await run(bin("biome"), ["check", "."], {}, false);
  if (status !== 0) throw new Sentence("规范检查没有通过（biome check）：npm run format 能改正一部分。");
}

/** Units and what needs the database. */
export function units(): Promise<Tested> {
  return withReport(async (report) => {
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { status } = await runNode(programs.vitest, { args, env: { NODE_ENV: "test" } });
    return { counts: vitestCounts(report), status, name: "单元与数据库测试" };
  });
}

/** The stories in a real browser. */
export function browserTests(browser: string): Promise<Tested> {
  return withReport(async (report) => {
    const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_HTML_OPEN: "never" };
    const { status } = await runNode(programs.playwright, { args: ["test", "--reporter=list,json"], env });
    return { counts: playwrightCounts(report), status, name: "浏览器测试" };
  });
}

async function withReport<T>(work: (report: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-report-"));
  try {
    return await work(path.join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
