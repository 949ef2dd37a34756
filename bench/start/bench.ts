import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "@/bin/postgres/port";
import { build } from "@/bin/prepare/build";
import { ROOT } from "@/bin/prepare/stale";
import { arrivals } from "../load/arrivals";
import type { Measured } from "../print";
import { residentMegabytes } from "../processor";
import { pageCall } from "../town/acts";
import { signIn } from "./signIn";

/** What an hour brings, at the rate of a busy county: one request a second; sent faster. */
const hour = 3_600;
const rate = 25;
/** So many of them, one after the other: what goes on growing is seen. */
const hours = 3;

/** From `npm start` to the line `ready`, the first time and again, and what the processes hold, at rest and after each hour's requests. */
export async function measure({ full }: { full: boolean }): Promise<Measured[]> {
  await build(() => process.stderr.write("正在构建。\n"));
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-bench-start-"));
  chmodSync(folder, 0o711);
  try {
    const first = await start(path.join(folder, "empty"), "0");
    await first.stop();
    const demonstration = path.join(folder, "demonstration");
    const filled = await start(demonstration, "1");
    await filled.stop();
    const again = await start(demonstration, "1");
    const rest = memory("静止", demonstration);
    const requests = full ? hour : hour / 10;
    const cookie = await signIn(again.address, "leader");
    const paths = ["/reading", "/archive", "/notices", "/reading"];
    const loaded: Measured[] = [];
    let failures = 0;
    let why: string | undefined;
    for (let at = 1; at <= hours; at++) {
      const came = await arrivals(again.address, rate, requests / rate, () => {
        const of = paths[Math.floor(Math.random() * paths.length)] ?? "/reading";
        return { kind: of, cookie, make: () => pageCall(of) };
      });
      loaded.push(...memory(`${at * requests} 次请求以后`, demonstration));
      failures += [...came.failed.values()].reduce((sum, each) => sum + each, 0);
      why ??= came.first ?? undefined;
    }
    await again.stop();
    return [
      { what: "npm start，空的安装，第一次", value: first.seconds, unit: "秒" },
      { what: "npm start，带演示，第一次", value: filled.seconds, unit: "秒" },
      { what: "npm start，带演示，再次", value: again.seconds, unit: "秒" },
      ...rest,
      ...loaded,
      { what: "其间没有办成的请求", value: failures, unit: "次", bound: 0, note: why },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Started = { seconds: number; address: string; stop: () => Promise<void> };

async function start(data: string, demonstration: "0" | "1"): Promise<Started> {
  const begin = performance.now();
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), BIANFA_DATA: data, BIANFA_DEMO: demonstration };
  const { DATABASE_URL: _, ...own } = env as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ["bin/start.mjs"], {
    cwd: ROOT,
    env: own,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await ready(child);
  const seconds = (performance.now() - begin) / 1_000;
  const stop = async () => {
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    await ended;
  };
  return { seconds, address, stop };
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) return reject(new Error("npm start says nothing"));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [, address] = /^ready (\S+)$/.exec(line) ?? [];
      if (address) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`npm start ended with ${code} before it was ready`)));
  });
}

/** By the notes that npm start keeps of its processes. */
function memory(when: string, data: string): Measured[] {
  const run = JSON.parse(readFileSync(path.join(data, "run.json"), "utf8")) as Record<string, { pid: number }>;
  return Object.entries(run).map(([name, { pid }]) => ({
    what: `${name}的内存，${when}`,
    value: residentMegabytes(pid),
    unit: "MB",
  }));
}
