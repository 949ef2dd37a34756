import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PressIssue } from "@/typesetting/document";
import { wordOf } from "@/typesetting/word/wordOf";
import { quantile } from "../print";

/**
 * Milliseconds in which LibreOffice converts the Word file of the same issue, in a new process and
 * handed to one that is running already; null where it is not installed.
 */
export async function byLibreOffice(issue: PressIssue): Promise<{ cold: number | null; warm: number | null }> {
  if (spawnSync("soffice", ["--version"]).status !== 0) return { cold: null, warm: null };
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-bench-"));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  try {
    const file = path.join(folder, "issue.docx");
    writeFileSync(file, await wordOf(issue));
    const convert = () => {
      const begin = performance.now();
      const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file];
      const { status } = spawnSync("soffice", args);
      if (status !== 0) throw new Error(`soffice ended with ${status}`);
      return performance.now() - begin;
    };
    // The first one makes the profile.
    convert();
    const cold = quantile([convert(), convert(), convert()]);
    return { cold, warm: await warm(profile, file) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same in a process that is up and has been asked before (UNO); null without Python's UNO. */
async function warm(profile: string, file: string): Promise<number | null> {
  const python = "/usr/bin/python3";
  if (spawnSync(python, ["-c", "import uno"]).status !== 0) return null;
  const running = spawn("soffice", [profile, "--headless", "--norestore", "--accept=pipe,name=bianfa-bench;urp;"]);
  const script = path.join(import.meta.dirname, "warm-libreoffice.py");
  const { status, stdout, stderr } = spawnSync(python, [script, file], { encoding: "utf8", timeout: 120_000 });
  running.kill("SIGTERM");
  if (running.exitCode === null) await once(running, "exit");
  if (status !== 0) throw new Error(stderr);
  return quantile(JSON.parse(stdout) as number[]);
}
