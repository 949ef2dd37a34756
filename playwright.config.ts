import { defineConfig } from "@playwright/test";

// As root, Chromium refuses to run inside its sandbox.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

const long = /(faults|rights|main-way)\.spec\.ts$/;

/** The stories in e2e/, on a server and a demonstration of their own (e2e/server.ts). */
export default defineConfig({
  testDir: "e2e",
  workers: 2,
  // The longest begin first, so that none of them is left to run alone at the end.
  projects: [
    { name: "long", testMatch: long },
    { name: "stories", testIgnore: long },
  ],
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // These end what hangs and measure nothing: what is waited for is waited for no longer than it takes.
  timeout: 480_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    baseURL: process.env.E2E_WEB,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 45_000,
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Without a locale Chromium has no name for a file in Chinese.
      env: { ...process.env, LC_ALL: "C.UTF-8" } as Record<string, string>,
      args: [...asRoot, "--disable-background-networking"],
    },
  },
  // With a server already running (the variables that it prints are set), the stories use that one.
  webServer: process.env.E2E_WEB
    ? undefined
    : {
        command: `"${process.execPath}" --import tsx e2e/server.ts`,
        // The line that the server prints once everything is there; the names become variables.
        wait: { stdout: /ready (?<e2e_web>\S+) (?<e2e_control>\S+) (?<e2e_database>\S+)/ },
        // It builds the web first, where that has changed.
        timeout: 900_000,
        stderr: "pipe",
        gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
      },
});
