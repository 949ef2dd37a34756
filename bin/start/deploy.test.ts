import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { filledIn, nginxProgram, startNginx, tryNginx } from "@/bench/faults/nginx";
import { readEnv } from "@/lib/env";
import { freePort } from "../postgres/port";
import { ROOT } from "../prepare/stale";

const folder = mkdtempSync(path.join(tmpdir(), "bianfa-deploy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const units = readdirSync(path.join(ROOT, "deploy")).filter((name) => name.endsWith(".service"));
const analyze = spawnSync("systemd-analyze", ["--version"]).status === 0;

describe("what deploy/ gives to an operator", () => {
  it.runIf(analyze).each(units)("%s is what systemd understands", (name) => {
    const text = readFileSync(path.join(ROOT, "deploy", name), "utf8")
      .replaceAll("/opt/bianfa", ROOT)
      .replace(/^# (?=ReadWritePaths=)/gm, "");
    const file = path.join(folder, name.replace("@.", "@3000."));
    writeFileSync(file, text);
    const { stderr } = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
    // Of other units of this machine it complains too.
    expect(stderr.split("\n").filter((line) => line.includes(path.basename(file).split(".")[0] ?? ""))).toEqual([]);
  });

  it.each(units)("%s starts a file that is there", (name) => {
    const [, command = ""] = /^ExecStart=(.*)$/m.exec(readFileSync(path.join(ROOT, "deploy", name), "utf8")) ?? [];
    const files = command.split(" ").filter((word) => word.endsWith(".ts"));
    for (const file of files) expect(readFileSync(path.join(ROOT, file), "utf8")).not.toBe("");
    expect(files.length > 0 || command.endsWith("npm start")).toBe(true);
  });

  it("has a place for a folder elsewhere in each unit that writes backups and anchors", () => {
    const named = units.filter((name) =>
      /^# ReadWritePaths=\//m.test(readFileSync(path.join(ROOT, "deploy", name), "utf8")),
    );
    expect(named.sort()).toEqual(["bianfa-worker@.service", "bianfa.service"]);
  });

  it("has an environment of variables that the program knows, each with a value that it takes", () => {
    const lines = readFileSync(path.join(ROOT, "deploy/bianfa.env.example"), "utf8").split("\n");
    const given = lines.flatMap((line) => /^(?:# )?([A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
    const entries = Array.from({ length: given.length / 2 }, (_, at) => [
      given[at * 2] ?? "",
      (given[at * 2 + 1] ?? "").replace(/^'|'$/g, ""),
    ]);
    const known = Object.keys(readEnv({}));
    for (const [name] of entries) expect([...known, "LOG_LEVEL"]).toContain(name);
    const env = Object.fromEntries(entries.filter(([, value]) => value));
    expect(readEnv(env)).toMatchObject({ PORT: 3000, HOST: "127.0.0.1" });
  });

  it("has the nginx that names each web of upstream, and keeps the figures from the office's network", () => {
    const conf = filledIn({ folder, httpPort: 1, httpsPort: 2, webs: [3000, 3001] });
    expect(conf).toMatch(/server 127\.0\.0\.1:3000 .*\n.*server 127\.0\.0\.1:3001 /);
    expect(conf).toMatch(/location \/api\/metrics \{[^}]*deny +all;/);
    expect(conf).not.toMatch(/example\.cn|\/etc\/nginx\/tls|non_idempotent;/);
  });

  it.runIf(nginxProgram)("has an nginx configuration that nginx takes", () => {
    expect(tryNginx({ folder, httpPort: 18_080, httpsPort: 18_443, webs: [3000, 3001] })).toBe("");
  });

  it.runIf(nginxProgram)("has an nginx that writes no one-time link into a log", async () => {
    const [httpPort, httpsPort, nobody] = [await freePort(), await freePort(), await freePort()];
    const accessLog = path.join(folder, "access.log");
    const nginx = startNginx({ folder, httpPort, httpsPort, webs: [nobody], accessLog });
    for (const address of ["/link/SECRET", "/other"]) {
      const plain = await untilThere(() => fetch(`http://127.0.0.1:${httpPort}${address}`, { redirect: "manual" }));
      expect(plain.headers.get("location")).toBe(`https://127.0.0.1${address}`);
      // No web is there to answer, of which nginx complains.
      expect(await statusOf(httpsPort, address)).toBe(502);
    }
    await nginx.stop();
    const logs = ["access.log", "error.log"].map((name) => readFileSync(path.join(folder, name), "utf8"));
    for (const log of logs) expect(log).toContain("/other");
    for (const log of logs) expect(log).not.toContain("SECRET");
  });
});

/** nginx listens a moment after it was started. */
async function untilThere<T>(ask: () => Promise<T>): Promise<T> {
  return vi.waitFor(ask, { timeout: 10_000 });
}

function statusOf(port: number, address: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", path: address, rejectUnauthorized: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once("error", reject)
      .end();
  });
}
