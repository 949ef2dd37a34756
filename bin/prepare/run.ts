import { spawn } from "node:child_process";
import path from "node:path";
import { Sentence } from "../sentence";
import { ROOT } from "./stale";

/** The programs of node_modules/.bin as their JavaScript, so that the pinned Node runs them; from ROOT. */
export const programs = {
  next: "node_modules/next/dist/bin/next",
  playwright: "node_modules/@playwright/test/cli.js",
  prisma: "node_modules/prisma/build/index.js",
  vitest: "node_modules/vitest/vitest.mjs",
  // Ours, in the place of `next start`.
  web: "bin/web/main.ts",
} as const;

export type Run = { args: string[]; env?: Record<string, string | undefined>; quiet?: boolean };
export type Ended = { status: number; output: string };

/** Runs a Node program to its end; with `quiet` its output is kept and not shown. */
export function runNode(program: string, { args, env = {}, quiet = false }: Run): Promise<Ended> {
  return run(process.execPath, [path.resolve(ROOT, program), ...args], env, quiet);
}

/** Runs a TypeScript file of ours to its end. */
export function runTs(file: string, { args, env = {}, quiet = false }: Run): Promise<Ended> {
  return run(process.execPath, ["--import", "tsx", path.resolve(ROOT, file), ...args], env, quiet);
}

/** Runs any program to its end, or until `signal` says that it took too long. */
export function run(
  command: string,
  args: string[],
  env: Record<string, string | undefined>,
  quiet: boolean,
  { cwd = ROOT, signal }: { cwd?: string; signal?: AbortSignal } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      signal,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
    running.add(child);
    child.once("error", (error) => reject(new Sentence(`无法运行 ${command}：${error.message}。`)));
    child.once("close", (code) => {
      running.delete(child);
      resolve({ status: code ?? 1, output });
    });
  });
}

const running = new Set<ReturnType<typeof spawn>>();

/** Ends whatever runs at this moment, because we are to stop. */
export function endRunning(): void {
  for (const child of running) child.kill("SIGTERM");
}
