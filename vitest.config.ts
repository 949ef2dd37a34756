import path from "node:path";
import { defineConfig } from "vitest/config";

// A zone that nobody here lives in, three quarters of an hour off the others: a date that is read in
// the machine's own zone comes out wrong, in the tests instead of at an office.
process.env.TZ = "Pacific/Chatham";

const rooms = ["app", "bin", "bulletin", "jobs", "lib", "messages", "typesetting"];

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: rooms.map((room) => `${room}/**/*.test.{ts,tsx}`),
    globalSetup: "bulletin/testing/globalSetup.ts",
    env: { TZ: "Pacific/Chatham", LOG_LEVEL: "silent" },
    pool: "forks",
    // A worker keeps Prisma and its connections from one file to the next: a third of the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
