import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/generated/prisma/client";
import type { Database } from "@/lib/db";

/** A statement with its values, as the database was asked it. */
export type Query = { sql: string; values: unknown[] };

/** What a function asks of the database, through a client that writes down each statement. Transactions' own words are left out. */
export async function queriesOf<T>(act: () => Promise<T>): Promise<{ value: T; queries: Query[] }> {
  const queries: Query[] = [];
  const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL, options: "-c timezone=UTC" });
  const client = new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }] });
  client.$on("query", ({ query, params }: Prisma.QueryEvent) => {
    if (/^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT)/.test(query)) return;
    queries.push({ sql: query, values: JSON.parse(params) as unknown[] });
  });
  const kept = globalThis as { bianfaDb?: Database };
  const own = kept.bianfaDb;
  kept.bianfaDb = client as unknown as Database;
  try {
    return { value: await act(), queries };
  } finally {
    kept.bianfaDb = own;
    await client.$disconnect();
  }
}
