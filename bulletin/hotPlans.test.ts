import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { fill } from "@/bench/archive/fill";
import { idOf, people } from "@/bench/archive/house";
import { withClient } from "@/bin/client";
import { newDatabase } from "@/bin/postgres/scratchDatabase";
import { actorInSession, actorOf } from "@/lib/actorOf";
import { today } from "@/lib/dates";
import { type Database, db } from "@/lib/db";
import { find } from "./archive/search/find";
import { savedSearches } from "./archive/search/saved";
import { suggest } from "./archive/search/suggest";
import { wantedSchema } from "./archive/search/wanted";
import { coverageOf } from "./archive/statistics/coverage";
import { board } from "./desk/board";
import { editEntry } from "./desk/entries";
import { inspect, openIssues } from "./desk/inspect";
import { createIssue, issuesFilter, issuesFor } from "./desk/issues";
import { handledToday, openCount, queue, silentOffices } from "./desk/queue";
import { queueFilter } from "./desk/queueFilter";
import { draftFor, saveDraft } from "./intake/draft";
import { fateOf } from "./intake/fate";
import { itemsFilter, itemsOf } from "./intake/items";
import { submit } from "./intake/submit";
import { instructionsOn } from "./post/instructions";
import { noticesFilter, noticesFor, recallsToConfirm } from "./post/notices";
import { besides, tray, trayFilter, unreadIn, waitingFor } from "./post/reading";
import { readingOf } from "./post/readingOf";
import { adoptInto } from "./testing/issues";
import { paragraphs } from "./testing/items";
import { type Query, queriesOf } from "./testing/queries";

const name = "bianfa_plans";
const times = 300;
const kept = globalThis as { bianfaDb?: Database };
const before = { client: kept.bianfaDb, url: process.env.DATABASE_URL };
/** The superuser's address. */
let url = "";
let issueId = "";
/** A draft of the office, sent and adopted into that issue. */
let entry: { id: string; version: number };

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
  const item = await submit(people.contributor, await written());
  const [entryId = ""] = await adoptInto(issueId, people.editor, [item]);
  entry = await db.entry.findUniqueOrThrow({ where: { id: entryId } });
  await withClient(url, async (client) => {
    for (const each of beside) await client.query(each);
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
  "Notice",
  "EntrySource",
  "EntryRevision",
  "Instruction",
  "Session",
];

/** What ten years leave besides, of which the archive that is measured has none: notices, sessions, entries of several items. */
const beside = [
  // What is signed stands; this is only to be there.
  "SET session_replication_role = replica",
  `INSERT INTO "Notice" (id, "accountId", kind, key, at, href, batch, "readAt")
   SELECT gen_random_uuid(), a.id, 'published', n::text, timestamptz '2020-01-01' + n * interval '1 hour', '/', gen_random_uuid(),
     CASE WHEN n % 9 > 0 THEN timestamptz '2026-01-01' END FROM "Account" a, generate_series(1, 40) n`,
  `INSERT INTO "Session" (id, "accountId", "createdAt", "endedAt")
   SELECT gen_random_uuid(), a.id, now(), now() FROM "Account" a, generate_series(1, 20)`,
  `INSERT INTO "EntrySource" ("entryId", "itemId", submission, "order")
   SELECT e.id, i.id, 1, 1 FROM (SELECT id, row_number() OVER (ORDER BY id) n FROM "Entry") e
   JOIN (SELECT id, row_number() OVER (ORDER BY id DESC) n FROM "Item") i USING (n) WHERE n % 3 = 0`,
];

const text = (headline: string) => ({
  ...{ kind: "story" as const, headline: [headline], date: today(), place: "", officialIds: [], note: "" },
  ...{ publicationId: idOf("publication", 0), sectionId: idOf("section", 0), blocks: paragraphs("调研组走访两个村。") },
});

/** A draft of the office with its first version, saved as a page does that has never been saved. */
async function written(): Promise<{ id: string; version: number }> {
  const id = randomUUID();
  return { id, version: (await saveDraft(people.contributor, { id, version: 0, draft: text("新写的标题") })).version };
}

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
  "saving an entry": async () => {
    const now = await db.entry.findUniqueOrThrow({ where: { id: entry.id }, select: { version: true } });
    const edited = { headline: ["新标题"], date: null, place: "", blocks: paragraphs("新正文"), reason: "" };
    await editEntry(people.editor, { id: entry.id, version: now.version, ...edited });
  },
  "saving a draft": async () => {
    const { id, version } = await written();
    await saveDraft(people.contributor, { id, version, draft: text("改过的标题") });
    await draftFor(people.contributor, id);
  },
  "sending an item": async () => submit(people.contributor, await written()),
  "an office's items": () => itemsOf(people.contributor, itemsFilter.parse({})),
  "what one was told": () => noticesFor(people.reader, noticesFilter.parse({})),
  "a search": async () => {
    for (const actor of [people.reader, people.readerOfMany, people.editor, people.contributor]) {
      await find(actor, wantedSchema.parse({ q: "提案" }));
      await suggest(actor, { q: "提案" });
      await savedSearches(actor);
    }
  },
  "who is signed in, by the session": () => actorInSession(idOf("account", 0)),
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
