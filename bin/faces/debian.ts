import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../prepare/run";
import { Sentence } from "../sentence";

const PACKAGE = "texlive-lang-chinese";
const PATIENCE = 180_000;
const FOLDER = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol";
const PAPERS = "usr/share/doc/texlive-doc/fonts/fandol";

// Where a closed network swallows what is sent, apt would wait for minutes, again and again.
const SHORT = ["Acquire::Retries=1", "Acquire::http::Timeout=15", "Acquire::https::Timeout=15"];

/**
 * Lends `take` the folders with Fandol's files and with its licence, unpacked from Debian's package.
 * It works without root: nothing is installed, and all lies in a folder that is gone afterwards.
 */
export async function withDebiansFandol(take: (fonts: string, papers: string) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-faces-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const file = await download(folder, AbortSignal.timeout(PATIENCE));
    const { status } = await call("dpkg-deb", ["--extract", file, folder], folder);
    if (status !== 0) throw new Sentence(`软件包 ${PACKAGE} 不能解开（dpkg-deb）：请检查临时文件夹的空间。`);
    take(path.join(folder, FOLDER), path.join(folder, PAPERS));
  } finally {
    process.off("exit", remove);
    remove();
  }
}

async function download(folder: string, signal: AbortSignal): Promise<string> {
  for (const program of ["apt-get", "dpkg-deb"]) {
    const { status } = await call(program, ["--version"], folder, signal).catch(() => ({ status: 1 }));
    if (status !== 0) throw new Sentence(`本机没有 ${program}，不能自动取得 Fandol 字体。`);
  }
  // A fresh container has no package lists, and without root the system's cannot be renewed: then
  // with lists of our own.
  await apt(["download", PACKAGE], folder, [], signal);
  if (!packageIn(folder)) {
    const lists = path.join(folder, "lists");
    const cache = path.join(folder, "cache");
    mkdirSync(path.join(lists, "partial"), { recursive: true });
    mkdirSync(path.join(cache, "archives/partial"), { recursive: true });
    const ours = [`Dir::State::lists=${lists}`, `Dir::Cache=${cache}`];
    await apt(["update"], folder, ours, signal);
    await apt(["download", PACKAGE], folder, ours, signal);
  }
  const file = packageIn(folder);
  if (!file) throw new Sentence(`没有取得软件包 ${PACKAGE}（apt-get）：请检查本机的软件源和网络。`);
  return file;
}

function packageIn(folder: string): string | undefined {
  const name = readdirSync(folder).find((name) => name.startsWith(PACKAGE) && name.endsWith(".deb"));
  return name && path.join(folder, name);
}

function apt(args: string[], folder: string, options: string[], signal: AbortSignal) {
  // As root apt works as somebody else, who may not write into our folder.
  const all = [...SHORT, "APT::Sandbox::User=root", ...options].flatMap((option) => ["-o", option]);
  return call("apt-get", [...all, ...args], folder, signal).catch((error) => {
    if (!signal.aborted) throw error;
    throw new Sentence(`${PATIENCE / 1000} 秒内没有取得软件包 ${PACKAGE}：请检查本机的软件源和网络。`);
  });
}

function call(program: string, args: string[], cwd: string, signal?: AbortSignal) {
  return run(program, args, { LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" }, true, { cwd, signal });
}
