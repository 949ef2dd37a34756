import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { programs, run, runNode } from "../prepare/run";
import { say, warn } from "../say";
import { Sentence } from "../sentence";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** A Chromium for the browser tests: the one named, the system's, Playwright's own, or the distribution's. */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Sentence(`CHROMIUM_PATH 指向的 ${named} 不存在。`);
    return named;
  }
  const found = present();
  if (found) return found;
  say("浏览器", "下载 Chromium…");
  await runNode(programs.playwright, { args: ["install", "chromium"] });
  if (!present() && isRoot()) {
    say("浏览器", "下载没有成功，改由 apt-get 安装…");
    await install("chromium");
  }
  const installed = present();
  if (!installed) throw new Sentence("没有找到 Chromium：请安装它，或用 CHROMIUM_PATH 指出它的位置。");
  return installed;
}

/** Makes sure that Chinese is drawn and not shown as boxes; goes on without where it cannot. */
export async function findChineseFace(): Promise<void> {
  const list = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  if (list.stdout?.trim() || !isRoot()) return;
  say("字体", "系统没有中文字体，由 apt-get 安装…");
  if (!(await install("fonts-noto-cjk"))) warn("没有装上中文字体 fonts-noto-cjk，浏览器测试照常进行。");
}

function present(): string | undefined {
  return [...PLACES, chromium.executablePath()].find((file) => file && existsSync(file));
}

function isRoot(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

async function install(name: string): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", name], env, true);
  if ((await install()).status === 0) return true;
  // A fresh container has no package lists yet.
  await run("apt-get", ["update"], env, true);
  return (await install()).status === 0;
}
