import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { facesFor } from "@/typesetting/faces/faces";
import { fandolFiles, fandolFolder } from "@/typesetting/faces/files";
import { ROOT } from "../prepare/stale";
import { say, since, warn } from "../say";
import { Sentence, sentenceOf } from "../sentence";
import { withDebiansFandol } from "./debian";

const FOLDER = path.join(ROOT, fandolFolder);
const TRIED = path.join(FOLDER, ".tried");

/** Brings Fandol's files into generated/faces unless all are there; says whether it brought them. */
export async function bringFandol(): Promise<boolean> {
  if (fandolFiles.every((name) => existsSync(path.join(FOLDER, name)))) return false;
  await withDebiansFandol((fonts, papers) => {
    mkdirSync(FOLDER, { recursive: true });
    for (const name of fandolFiles) {
      const file = path.join(fonts, name);
      if (!existsSync(file)) throw new Sentence(`软件包里没有 ${name}：本机软件源的版本不合适。`);
      putWhole(name, (target) => copyFileSync(file, target));
    }
    const licence = path.join(papers, "COPYING.gz");
    if (existsSync(licence)) putWhole("COPYING", (target) => writeFileSync(target, gunzipSync(readFileSync(licence))));
  });
  return true;
}

// Another start may be looking at the folder: a file appears there whole or not at all.
function putWhole(name: string, write: (target: string) => void): void {
  const aside = path.join(FOLDER, `.${name}.${process.pid}`);
  write(aside);
  renameSync(aside, path.join(FOLDER, name));
}

/**
 * The same for `npm start` and `npm test`, which go on without. Asked for only where the office has
 * not put in faces of its own for 仿宋, 楷体 and 黑体, and only once: a machine without a network
 * would be slow at every start. `interrupted` says that we are to stop, which is no failure.
 */
export async function bringFandolOnce(own: string, interrupted = () => false): Promise<void> {
  const { used } = facesFor({ own, root: ROOT });
  if ((["fang", "kai", "hei"] as const).every((role) => used[role]?.origin !== "noto") || existsSync(TRIED)) return;
  const start = Date.now();
  say("字体", "没有仿宋、楷体、黑体，取 Fandol…（约 50 MB，只取一次）");
  try {
    await bringFandol();
    say("字体", `已取得 Fandol，${since(start)}`);
  } catch (error) {
    if (interrupted()) return;
    warn(`${sentenceOf(error)}页面先用 Noto 代替；以后可运行 npm run bianfa -- faces，或把字体文件放入 ${own}。`);
    rememberThat(sentenceOf(error));
  }
}

function rememberThat(sentence: string): void {
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(TRIED, `${new Date().toISOString()} ${sentence}\n`);
  } catch {
    // then the next start tries again
  }
}
