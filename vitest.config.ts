import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

// A zone that nobody here lives in, three quarters of an hour off the others: a date that is read in
// the machine's own zone comes out wrong, in the tests instead of at an office.
process.env.TZ = "Pacific/Chatham";

const rooms = ["bin", "bulletin", "jobs", "lib", "messages", "typesetting"];
const resolve = { alias: { "@": path.resolve(import.meta.dirname) } };
const inCommon = {
  env: { TZ: "Pacific/Chatham", LOG_LEVEL: "silent" },
  pool: "forks" as const,
  // They end what hangs and measure nothing: on a busy machine a test may take ten times as long.
  testTimeout: 240_000,
  hookTimeout: 240_000,
};

export default defineConfig({
  test: {
    // Here, not in the projects: one PostgreSQL for them all.
    globalSetup: "bulletin/testing/globalSetup.ts",
    // Vitest leaves one processor to itself, which of two is half: while one worker waits for the database another computes.
    maxWorkers: availableParallelism(),
    projects: [
      {
        resolve,
        test: {
          ...inCommon,
          name: "rooms",
          include: rooms.map((room) => `${room}/**/*.test.{ts,tsx}`),
          // A worker keeps Prisma and its connections from one file to the next: a third of the time.
          isolate: false,
        },
      },
      {
        resolve,
        test: {
          ...inCommon,
          name: "app",
          include: ["app/**/*.test.{ts,tsx}"],
          // Each file has a request of its own in Next's place. In a worker that keeps its modules those that were
          // read before go on asking the request of another file, and which file comes first is chance.
          isolate: true,
        },
      },
    ],
  },
});
