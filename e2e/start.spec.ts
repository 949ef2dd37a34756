import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../bin/postgres/port";
import { expect, test } from "./fixtures";
import { fillSetUp, signInByForm } from "./setUp";

type Started = { child: ChildProcess; address: string; code: string | null };

/** `npm start` as the README has it, on a folder of the story's own, until it has said all that it says. */
async function start(data: string, port: number, { isFirst = false } = {}): Promise<Started> {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, ["bin/start.mjs"], {
    env: { ...env, PORT: String(port), BIANFA_DATA: data, BIANFA_DEMO: "0" } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const text of child.stdout.setEncoding("utf8")) {
    said += text;
    const [, address] = /^ready (\S+)$/m.exec(said) ?? [];
    const [code = null] = /\d{4}-\d{4}-\d{4}/.exec(said) ?? [];
    // Where nobody has an account yet, the code of the first visit comes behind the line.
    if (address && (code || !isFirst)) {
      child.stdout.resume();
      return { child, address, code };
    }
  }
  throw new Error(`npm start ended before it was ready: ${said}`);
}

/** Of one of the processes that it began. */
function pidOf(data: string, name: string): number {
  return JSON.parse(readFileSync(path.join(data, "run.json"), "utf8"))[name].pid;
}

/** Of the one that began them, and watches over them. */
function ownPid(data: string): number {
  return JSON.parse(readFileSync(path.join(data, "lock.json"), "utf8")).pid;
}

test("npm start survives the death of each of its processes, and its own", async ({ stranger, tolerate }) => {
  tolerate(/net::ERR_|Failed to (load resource|fetch)/);
  const data = mkdtempSync(path.join(tmpdir(), "bianfa-own-start-"));
  // As root the database runs as somebody else, who must get in.
  chmodSync(data, 0o711);
  const port = await freePort();
  let own = await start(data, port, { isFirst: true });
  try {
    const page = await stranger();
    await page.goto(own.address);
    await page.getByLabel("安装码").fill(own.code ?? "");
    await fillSetUp(page);
    await page.getByRole("button", { name: "完成设置" }).click();
    await expect(page).toHaveURL(`${own.address}/sign-in?begun=1`);
    const ready = () => fetch(`${own.address}/api/health/ready`).then(({ status }) => status, String);
    for (const name of ["网页", "后台", "数据库"]) {
      const before = pidOf(data, name);
      process.kill(before, "SIGKILL");
      await expect.poll(() => pidOf(data, name), { timeout: 120_000 }).not.toBe(before);
      await expect.poll(ready, { timeout: 120_000 }).toBe(200);
    }
    const ended = once(own.child, "exit");
    process.kill(ownPid(data), "SIGKILL");
    await ended;
    // The next one ends what is left, and begins on the same folder.
    own = await start(data, port);
    expect(await ready()).toBe(200);
    await page.goto(`${own.address}/sign-in`);
    await signInByForm(page, own.address, "xitong");
  } finally {
    const ended = once(own.child, "exit");
    own.child.kill("SIGTERM");
    const [status] = await ended;
    rmSync(data, { recursive: true, force: true });
    expect(status, "it ends as it is told").toBe(0);
  }
});
