import { spawn } from "node:child_process";
import path from "node:path";
import { backupAskedEnded, takeBackupAsked } from "@/bulletin/people/backUpNow";
import { directUrl } from "@/lib/db";

const VERB = path.resolve(import.meta.dirname, "../bin/verbs/backup.ts");

/** Asks each hour whether tonight's backup is still to be made. */
export function backUpIfDue(): Promise<void> {
  return backUpApart("--due");
}

/** Each minute: a backup that the system administrator has asked for. */
export async function backUpIfAsked(): Promise<void> {
  const begunAt = await takeBackupAsked();
  if (!begunAt) return;
  try {
    await backUpApart("--asked");
  } finally {
    await backupAskedEnded(begunAt);
  }
}

/**
 * A backup in a process of its own: it takes long and reads everything, and the worker goes on with what people
 * wait for. It ends with the worker.
 */
function backUpApart(why: "--due" | "--asked"): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", VERB, why], {
      // Past a pool of connections: a backup is one long transaction.
      env: { ...process.env, DATABASE_URL: directUrl() },
      stdio: ["ignore", "inherit", "pipe"],
    });
    const end = () => child.kill("SIGTERM");
    process.once("SIGTERM", end);
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-2_000);
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      process.off("SIGTERM", end);
      if (code === 0) resolve();
      else reject(new Error(said.trim() || `the backup ended with ${signal ?? code}`));
    });
  });
}
