import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { type Templates, templatesIn } from "@/typesetting/templates";

const shippedFolder = () => path.join(process.cwd(), "typesetting/templates");

/** Each folder of templates has a memory of its own. */
function goodFile(): string {
  const folder = createHash("sha256").update(readEnv().BIANFA_TEMPLATES).digest("hex").slice(0, 12);
  return path.join(readEnv().BIANFA_DATA, `templates-${folder}.json`);
}

/** The product's templates, and those that the office puts in their place (BIANFA_TEMPLATES), by name. */
export function templatesNow(): { shipped: Templates; own: Templates } {
  return { shipped: templatesIn(shippedFolder()), own: templatesIn(readEnv().BIANFA_TEMPLATES) };
}

/** An office's templates as they were when they last compiled; none if they never did. */
export function lastGood(): Templates {
  try {
    return new Map(JSON.parse(readFileSync(goodFile(), "utf8")) as [string, string][]);
  } catch (error) {
    // Not there yet, or cut off by a full disk: the shipped ones are good.
    log.info({ error }, "no earlier templates are remembered");
    return new Map();
  }
}

/** Remembers templates that compile, so that a later slip does not stop the press, also after a restart. */
export function keepGood(own: Templates): void {
  try {
    mkdirSync(path.dirname(goodFile()), { recursive: true });
    const draft = `${goodFile()}.${process.pid}`;
    writeFileSync(draft, JSON.stringify([...own]));
    renameSync(draft, goodFile());
  } catch (error) {
    // A folder that cannot be written is no reason not to print.
    log.warn({ error }, "the templates could not be remembered");
  }
}
