import { afterEach, describe, expect, it, vi } from "vitest";
import { connect, type Database, databaseUrl } from "@/lib/db";
import { onDatabase } from "./testing/database";

onDatabase();
afterEach(() => vi.unstubAllEnvs());

/** What the connection keeps after a statement with the mark and one without. */
async function keptBy(client: Database): Promise<string[]> {
  try {
    return await client.$transaction(async (tx) => {
      for (const id of ["a", "b"]) {
        await tx.$queryRaw`
          /* prepared */
          SELECT account FROM "Account" WHERE account = ${id}`;
        await tx.$queryRaw`SELECT name FROM "Account" WHERE account = ${id}`;
      }
      const rows = await tx.$queryRaw<
        { statement: string }[]
      >`SELECT statement FROM pg_prepared_statements WHERE name <> ''`;
      return rows.map(({ statement }) => statement.trim());
    });
  } finally {
    await client.$disconnect();
  }
}

describe("a statement that is kept", () => {
  it("is so once, whatever its values, and no other is", async () => {
    const kept = await keptBy(connect(databaseUrl()));
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatch(/^\/\* prepared \*\/\s+SELECT account/);
  });

  it("is not kept behind a pool, whose connections are somebody else's a moment later", async () => {
    vi.stubEnv("DATABASE_DIRECT_URL", databaseUrl());
    expect(await keptBy(connect(databaseUrl()))).toEqual([]);
  });
});
