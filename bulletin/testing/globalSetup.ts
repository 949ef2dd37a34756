import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startScratchPostgres } from "../../bin/postgres/scratch";
import { newDatabase } from "../../bin/postgres/scratchDatabase";

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's address of the server of this run. */
    postgres: string;
  }
}

/** A database with all migrations and nothing in it; each worker's own is a copy of it. */
export const template = "bianfa_template";

/** One PostgreSQL for the run, made for it and thrown away with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-test-"));
  // As root the database runs as somebody else, who must get in.
  chmodSync(folder, 0o711);
  const { url, stop } = await startScratchPostgres(folder);
  const end = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await newDatabase(url, template);
  } catch (error) {
    await end();
    throw error;
  }
  project.provide("postgres", url);
  return end;
}

export function databaseAt(url: string, name: string): string {
  const at = new URL(url);
  at.pathname = `/${name}`;
  return at.href;
}
