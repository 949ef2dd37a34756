import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PressIssue } from "@/typesetting/document";
import { wordOf } from "@/typesetting/word/wordOf";

/** Milliseconds in which LibreOffice converts the Word file of the same issue; null where it is not installed. */
export async function byLibreOffice(issue: PressIssue): Promise<{ cold: number | null }> {
  if (spawnSync("soffice", ["--version"]).status !== 0) return { cold: null };
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-bench-"));
  try {
    const file = path.join(folder, "issue.docx");
    writeFileSync(file, await wordOf(issue));
    const args = [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      file,
    ];
    spawnSync("soffice", args);
    const begin = performance.now();
    spawnSync("soffice", args);
    return { cold: performance.now() - begin };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
