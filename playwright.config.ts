import { defineConfig } from "@playwright/test";

// As root, Chromium refuses to run inside its sandbox.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** The stories in e2e/, on a server and a demonstration of their own (e2e/server.ts). */
export default defineConfig({
  testDir: "e2e",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: process.env.E2E_WEB,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
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
        timeout: 240_000,
        stderr: "pipe",
        gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
      },
});
