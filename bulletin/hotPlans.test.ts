import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { fill } from "@/bench/archive/fill";
import { idOf, people } from "@/bench/archive/house";
import { withClient } from "@/bin/client";
import { newDatabase } from "@/bin/postgres/scratchDatabase";
import { actorOf } from "@/lib/actorOf";
import { type Database, db } from "@/lib/db";
import { coverageOf } from "./archive/statistics/coverage";
import { board } from "./desk/board";
import { inspect, openIssues } from "./desk/inspect";
import { createIssue, issuesFilter, issuesFor } from "./desk/issues";
import { handledToday, openCount, queue, silentOffices } from "./desk/queue";
import { queueFilter } from "./desk/queueFilter";
import { fateOf } from "./intake/fate";
import { instructionsOn } from "./post/instructions";
import { recallsToConfirm } from "./post/notices";
import { besides, tray, trayFilter, unreadIn, waitingFor } from "./post/reading";
import { readingOf } from "./post/readingOf";
import { type Query, queriesOf } from "./testing/queries";

const name = "bianfa_plans";
const times = 300;
const kept = globalThis as { bianfaDb?: Database };
const before = { client: kept.bianfaDb, url: process.env.DATABASE_URL };
/** The superuser's address. */
let url = "";
let issueId = "";

/** A few thousand rows of ten years, of which the database is told that they are hundreds of times as many. */
beforeAll(async () => {
  const { application } = await newDatabase(inject("postgres"), name);
  kept.bianfaDb = undefined;
  process.env.DATABASE_URL = application;
  url = new URL(`/${name}`, inject("postgres")).href;
  await fill(url, 2_000);
  issueId = await createIssue(people.editor, {
    ...{ publicationId: idOf("publication", 0), series: "regular", periodFrom: null, periodTo: null },
  });
  await withClient(url, async (client) => {
    await client.query("ANALYZE");
    // Analysed again by itself, they would be few.
    for (const table of large) await client.query(`ALTER TABLE "${table}" SET (autovacuum_enabled = off)`);
    await client.query(
      `UPDATE pg_class SET reltuples = reltuples * ${times} WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace`,
    );
  });
});

afterAll(async () => {
  await db.$disconnect();
  kept.bianfaDb = before.client;
  process.env.DATABASE_URL = before.url;
  await withClient(inject("postgres"), (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
});

/** Tables that grow with the years. */
const large = [
  "Item",
  "Entry",
  "Issue",
  "Submission",
  "Delivery",
  "Event",
  "SearchDocument",
  "IssueSection",
  "Account",
  "SentItem",
  "PublishedItem",
];

const open = queueFilter.parse({});
const hot: Record<string, () => Promise<unknown>> = {
  "who is signed in": () => actorOf(people.reader.id),
  "the page of an issue": async () => {
    const issue = await delivered();
    await readingOf(people.reader, issue);
    await instructionsOn(people.reader, issue, null);
    await unreadIn(people.reader, people.reader.id);
    await besides(people.reader, issue, people.reader.id, new Date());
  },
  "the tray": () => tray(people.reader, trayFilter.parse({})),
  "the bar": async () => {
    await waitingFor(people.reader);
    await recallsToConfirm(people.reader);
    await openCount(people.editor);
  },
  "the desk's queue": () => queue(people.editor, open),
  "the desk's queue, one office": () => queue(people.editor, { ...open, office: idOf("office", 40) }),
  "the desk's queue, published": () => queue(people.editor, { ...open, view: "published" }),
  "the desk's queue, by a text that is rare": () =>
    queue(people.editor, { ...open, view: "published", text: "没有人写过" }),
  "the desk's queue, by a text that is in everything": () =>
    queue(people.editor, { ...open, view: "published", text: "出席" }),
  "what was handled today": () => handledToday(people.editor),
  "who is silent": () => silentOffices(people.editor),
  "an item and what became of it": () => fateOf(people.editor, idOf("item", 41)),
  "an item beside the queue": () => inspect(people.editor, idOf("item", 41)),
  "where it can be adopted to": () => openIssues(people.editor),
  "the issues": () => issuesFor(people.editor, issuesFilter.parse({})),
  "the board": () => board(people.editor, issueId),
  "what an issue lacks": () => coverageOf(people.editor, issueId),
};

describe.each(Object.entries(hot))("%s", (_, act) => {
  it("reads no large table from end to end", async () => {
    const { queries } = await queriesOf(act);
    expect(queries.length).toBeGreaterThan(0);
    const whole: string[] = [];
    for (const query of queries)
      for (const table of await readWhole(query)) if (large.includes(table)) whole.push(`${table}: ${query.sql}`);
    expect(whole).toEqual([]);
  });
});

async function delivered(): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT "issueId" FROM "Delivery" WHERE "accountId" = $1 LIMIT 1`, [
      people.reader.id,
    ]);
    return rows[0].issueId;
  });
}

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

/** The tables that a statement would read sequentially, by the plan for its own values. */
function readWhole({ sql, values }: Query): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`, values);
    const found: string[] = [];
    const walk = ({ "Node Type": type, "Relation Name": table, Plans = [] }: Plan) => {
      if (type.endsWith("Seq Scan") && table) found.push(table);
      Plans.forEach(walk);
    };
    walk(rows[0]["QUERY PLAN"][0].Plan);
    return found;
  });
}
