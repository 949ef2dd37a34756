import path from "node:path";
import { Sentence } from "../sentence";
import { programs, runNode } from "./run";
import { ROOT, unlessCurrent } from "./stale";

const STAMP = path.join(ROOT, "generated/prisma/.bianfa-schema");
const INPUTS = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];

/** Generates Prisma's client when the schema changed; says whether it did. */
export function generate(): Promise<boolean> {
  return unlessCurrent(STAMP, INPUTS, async () => {
    const { status, output } = await runNode(programs.prisma, {
      args: ["generate"],
      // Any file will do: generating needs no engine, but Prisma would download one all the same.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
      quiet: true,
    });
    if (status === 0) return;
    process.stderr.write(output);
    if (/ENOSPC|No space left/.test(output)) throw new Error("ENOSPC");
    throw new Sentence("prisma generate 没有成功：请按上面的提示检查 prisma/schema.prisma。");
  });
}
