import { afterAll, afterEach, beforeAll, beforeEach, inject } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { travel } from "@/lib/clock";
import { connect, type Database, db } from "@/lib/db";
import { withClient } from "../../bin/client";
import { NAME } from "../../bin/postgres/password";
import { partedAt } from "../../bin/postgres/scratchDatabase";
import { databaseAt, template } from "./globalSetup";

/**
 * Gives each test of the file an empty database, and the clock back after one that travelled. The product
 * comes in as the application's role, which may not do what it may not do at an office.
 */
export function onDatabase(): void {
  beforeAll(async () => {
    process.env.DATABASE_URL = await ownDatabase();
  });
  beforeEach(emptyDatabase);
  afterEach(() => travel());
  afterAll(async () => {
    await db.$disconnect();
    await emptier?.$disconnect();
    emptier = undefined;
  });
}

/** For runs within one test, as those of a property. */
export async function emptyDatabase(): Promise<void> {
  emptier ??= connect(databaseAt(inject("postgres"), ownName()));
  await emptier.$executeRaw(emptying);
}

/** What the product cannot do: statements of the superuser, with triggers at rest unless told otherwise. */
export function falsify(statement: string, { triggers = false } = {}): Promise<void> {
  return withClient(databaseAt(inject("postgres"), ownName()), async (client) => {
    if (!triggers) await client.query("SET session_replication_role = replica");
    await client.query(statement);
  });
}

/** The address of whoever owns the tables: migrations, backup, the operator. */
export function ownersUrl(): string {
  return partedAt(inject("postgres"), ownName()).owner;
}

/** What the operator's verbs do, which come in as the owner of the tables. */
export async function throughOwner<T>(act: () => Promise<T>): Promise<T> {
  const kept = globalThis as { bianfaDb?: Database };
  const own = kept.bianfaDb;
  const owner = connect(ownersUrl());
  kept.bianfaDb = owner;
  try {
    return await act();
  } finally {
    kept.bianfaDb = own;
    await owner.$disconnect();
  }
}

/** Further clients on the same database, as other processes of the product would have them. */
export async function withClients<T>(count: number, work: (clients: Database[]) => Promise<T>): Promise<T> {
  const clients = Array.from({ length: count }, () => connect(process.env.DATABASE_URL ?? ""));
  try {
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.$disconnect()));
  }
}

/** Calls a domain function on another client. It opens its transaction at once, so nothing else gets that client. */
export function through<T>(client: Database, act: () => Promise<T>): Promise<T> {
  const kept = globalThis as { bianfaDb?: Database };
  const own = kept.bianfaDb;
  kept.bianfaDb = client;
  try {
    return act();
  } finally {
    kept.bianfaDb = own;
  }
}

// TRUNCATE takes fifty milliseconds for two dozen tables, this takes two. With triggers at rest the order does not matter.
const deletions = Object.values(Prisma.ModelName).map((name) => `DELETE FROM "${name}";`);
const emptying = Prisma.sql([
  `DO $$ BEGIN SET LOCAL session_replication_role = replica; ${deletions.join(" ")} END $$`,
]);

let emptier: Database | undefined;

function ownName(): string {
  return `bianfa_${process.env.VITEST_POOL_ID}`;
}

/** A worker keeps its database from one file to the next. */
async function ownDatabase(): Promise<string> {
  const postgres = inject("postgres");
  const name = ownName();
  await withClient(postgres, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${NAME}`);
  });
  return partedAt(postgres, name).application;
}
