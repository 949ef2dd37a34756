import { describe, expect, it } from "vitest";
import { hindrance } from "./hindrance";
import type { Readiness } from "./ready";

const well: Readiness = { ready: false, database: "ok", migrations: "ok", queue: "ok", disk: "ok" };
const answered = (said: Partial<Readiness>) =>
  hindrance(async () => Response.json({ ...well, ...said }, { status: said.ready ? 200 : 503 }));

describe("why no page opens", () => {
  it("is what the server says of itself", async () => {
    expect(await answered({ ready: true, queue: "late" })).toBeNull();
    expect(await answered({ database: "away", migrations: "unknown" })).toBe("database");
    expect(await answered({ migrations: "pending" })).toBe("migrations");
    expect(await answered({ disk: "full" })).toBe("disk");
    expect(await answered({ migrations: "unknown" })).toBe("server");
  });

  it("is a full disk where the database is away for it", async () => {
    expect(await answered({ disk: "full", database: "away" })).toBe("disk");
  });

  it("is not the database where something else answers, or nobody", async () => {
    expect(await hindrance(async () => new Response("<h1>502 Bad Gateway</h1>", { status: 502 }))).toBe("server");
    expect(await hindrance(() => Promise.reject(new TypeError("Failed to fetch")))).toBe("server");
  });
});
