import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { build } from "@/bin/prepare/build";
import { letGoOfDatabase } from "../database";
import { quantile } from "../print";

const browser = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const keys = 60;

/**
 * Milliseconds from a keystroke in an entry to the page that was redrawn, in a real browser on the
 * product as it is built, with an issue of 12 pages; null where there is no browser.
 */
export async function keystroke(): Promise<{ median: number; p95: number; pages: number } | null> {
  const root = path.resolve(import.meta.dirname, "../..");
  if (!existsSync(browser)) return null;
  await build(() => process.stderr.write("正在构建。\n"));
  const server = spawn(process.execPath, ["--import", "tsx", "e2e/server.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [web, database] = await ready(server.stdout);
    process.env.E2E_DATABASE = database;
    const { longIssue } = await import("./longIssue");
    const { id, entry } = await longIssue();
    const { chromium } = await import("@playwright/test");
    const opened = await chromium.launch({
      executablePath: browser,
      args: ["--no-sandbox", "--disable-background-networking"],
    });
    try {
      const page = await opened.newPage({ baseURL: web, viewport: { width: 1440, height: 900 } });
      await enter(page);
      await page.goto(`/issues/${id}/entries/${entry}`);
      const pages = page.locator("figure[data-page]");
      await pages.first().waitFor();
      await page.getByRole("textbox", { name: "正文" }).click();
      const times: number[] = [];
      for (let at = 0; at < keys; at++) times.push(await one(page));
      return { median: quantile(times), p95: quantile(times, 0.95), pages: await pages.count() };
    } finally {
      await opened.close();
    }
  } finally {
    await letGoOfDatabase();
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

async function ready(output: NodeJS.ReadableStream): Promise<[string, string]> {
  let text = "";
  for await (const chunk of output) {
    text += chunk;
    const found = /ready (\S+) \S+ (\S+)\n/.exec(text);
    if (found) return [found[1] ?? "", found[2] ?? ""];
  }
  throw new Error(`the server did not start: ${text}`);
}

async function enter(page: Page): Promise<void> {
  const { request } = page.context();
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, account: "editor", password: "Bianfa-demo-2026", json: "true" };
  await request.post("/api/auth/callback/credentials", { form });
}

/**
 * Presses a key; the clock runs from the key to the frame after a page's drawing was replaced, and the
 * next key waits until all pages rest: what an earlier one set in motion is not taken for its own.
 */
async function one(page: Page): Promise<number> {
  await page.evaluate(() => {
    // No named functions: what tsx adds for their names is not there in the browser.
    const clock = { begin: 0, drawn: 0, changed: 0 };
    Object.assign(window, { clock });
    document.addEventListener("keydown", () => Object.assign(clock, { begin: performance.now() }), {
      capture: true,
      once: true,
    });
    new MutationObserver(() => {
      clock.changed = performance.now();
      if (clock.begin && !clock.drawn)
        requestAnimationFrame(() => {
          clock.drawn ||= performance.now();
        });
    }).observe(document.querySelector("[data-page]")?.parentElement ?? document, { childList: true, subtree: true });
  });
  await page.keyboard.press("8");
  const resting = await page.waitForFunction(() => {
    const { clock } = window as unknown as { clock: { begin: number; drawn: number; changed: number } };
    return clock.drawn && performance.now() - clock.changed > 300 ? clock.drawn - clock.begin : 0;
  });
  return resting.jsonValue();
}
