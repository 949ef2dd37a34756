import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { failureOf } from "@/lib/failure";
import { onDatabase } from "./testing/database";

onDatabase();

const typed = "王秀英 13900000000";
const failed = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** What a person typed stands in the messages of Prisma and PostgreSQL, of every kind of them. */
describe("an error of the database in the log", () => {
  it.each([
    ["a value of the wrong type", () => db.office.create({ data: { name: typed } as never })],
    [
      "a value that is there already",
      async () => {
        const data = {
          id: "0190aaaa-0000-7000-8000-000000000001",
          name: typed,
          shortName: typed,
          kind: "county",
          order: 1,
        } as const;
        await db.office.create({ data });
        await db.office.create({ data: { ...data, id: "0190aaaa-0000-7000-8000-000000000002" } });
      },
    ],
    ["raw SQL that cannot be", () => db.$queryRaw`SELECT ${typed}::int`],
  ])("%s", async (_, work) => {
    const error = await failed(work());
    expect(String((error as Error).stack)).toMatch(/Error/);
    const kept = JSON.stringify(failureOf(error));
    expect(kept).toContain("Prisma");
    expect(kept).not.toMatch(/王秀英|13900000000/);
  });
});
