import { readdirSync } from "node:fs";
import path from "node:path";
import { Sentence } from "../sentence";
import { makeAssets } from "./assets";
import { refuseFullDisk } from "./disk";
import { programs, runNode } from "./run";
import { ROOT, unlessCurrent } from "./stale";

const STAMP = path.join(ROOT, ".next/bianfa-inputs");
const FOLDERS = [
  "app",
  "bulletin",
  "components",
  "lib",
  "jobs",
  "typesetting",
  "messages",
  "public",
  "styles",
  "prisma/schema.prisma",
];
// These look after the code and never enter it.
const NOT_BUILT = /^(biome|vitest|playwright|package\.json|next-env|prisma\.config)/;

/** Builds the web when anything that enters it changed; says whether it did. The documents' scripts have a stamp of their own. */
export async function build(begun: () => void): Promise<boolean> {
  await makeAssets();
  const files = readdirSync(ROOT).filter((name) => /\.([cm]?[jt]sx?|json)$/.test(name) && !NOT_BUILT.test(name));
  return unlessCurrent(STAMP, [...FOLDERS, ...files], async () => {
    refuseFullDisk(ROOT, "项目文件夹");
    begun();
    const { status, output } = await runNode(programs.next, {
      args: ["build"],
      // Without a database at hand nobody comes to need one for building.
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: undefined },
      quiet: true,
    });
    if (status === 0) return;
    process.stderr.write(output);
    if (/ENOSPC|No space left/.test(output)) throw new Error("ENOSPC");
    throw new Sentence("构建没有成功（next build）：请按上面的提示修改。");
  });
}
