import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { statementName } from "./prepared";

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

/** Milliseconds to wait for a connection: a database that does not answer at all is away, and that is to be said. */
const longestWait = 10_000;

/**
 * A client of its own for one database; the product uses `db`, tests open several. The adapter writes
 * moments as wall clock in UTC and names no zone: in a session of another zone PostgreSQL would keep
 * other moments than were meant, and raw SQL would see them.
 */
export function connect(url: string): Database {
  const pool = {
    ...{ connectionString: url, max: 10, options: "-c timezone=UTC" },
    ...{ connectionTimeoutMillis: longestWait, keepAlive: true },
  };
  return new PrismaClient({
    adapter: new PrismaPg(pool, isPooledBetween() ? {} : { statementNameGenerator: statementName }),
  });
}

/** A pool of the database's own hands a connection to somebody else after each transaction, with what is kept in it. */
function isPooledBetween(): boolean {
  return Boolean(process.env.DATABASE_DIRECT_URL);
}

// One client a process: Next evaluates modules anew on each change in development.
const kept = globalThis as { bianfaDb?: Database };

/** The database of this process. Opened at the first query, so that a build needs none. */
export const db: Database = new Proxy({} as Database, {
  get(_, name) {
    kept.bianfaDb ??= connect(databaseUrl());
    const value = Reflect.get(kept.bianfaDb, name);
    return typeof value === "function" ? value.bind(kept.bianfaDb) : value;
  },
});

export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start through npm start");
  return url;
}

/**
 * The database without a pool between: what LISTEN and the queue need, since they keep a session for
 * themselves. The same address unless DATABASE_DIRECT_URL names another (docs/operations.md).
 */
export function directUrl(): string {
  return process.env.DATABASE_DIRECT_URL || databaseUrl();
}

/**
 * One act, one transaction. Serialization failures and deadlocks are tried again up to four
 * times; a Refusal thrown inside rolls everything back. `seconds`: for the few acts that write thousands of rows.
 */
export async function inTransaction<T>(run: (tx: Transaction) => Promise<T>, seconds = 20): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(run, { timeout: seconds * 1_000, maxWait: 10_000 });
    } catch (error) {
      if (attempt < 4 && isConflict(error)) continue;
      throw error;
    }
  }
}

/** Of transactions that name the same the second waits until the first has ended: what it then finds stands. */
export async function inTurn(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** Whether a unique index refused the write. The adapter carries no `meta.target`, hence by code alone. */
export function isUniqueViolation(error: unknown): boolean {
  return isCode(error, "P2002");
}

/** P2034, or of raw SQL P2010 with the code of PostgreSQL (40001, 40P01). */
function isConflict(error: unknown): boolean {
  return isCode(error, "P2034") || (isCode(error, "P2010") && /\b40(001|P01)\b/.test(String(error)));
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
}

/** Whether the database was asked for something that cannot be there: an id that is none (22P02), a NUL (22021). */
export function isNonsense(error: unknown): boolean {
  return isCode(error, "P2007") || (isCode(error, "P2010") && /22P02|22021/.test(String(error))) || isNul(error);
}

function isNul(error: unknown): boolean {
  return error instanceof Error && error.message.includes("invalid byte sequence");
}

/** Prisma hands `contains` to LIKE as it is: a percent sign that was typed would stand for anything. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
