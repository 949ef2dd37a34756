import { randomInt } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openQueue } from "@/jobs/queue";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import {
  backendGone,
  type Doomed,
  endDoomed,
  movedFor,
  moving,
  queuedBehind,
  soon,
  startDoomed,
  waitingAt,
} from "../testing/doomed";
import { seenIssue } from "../testing/issues";
import type { Seen } from "../testing/items";
import { type Cluster, hold, letGoOfAll, startOwnCluster } from "../testing/ownCluster";
import { type House, house } from "../testing/people";
import { officeOfReaders, signedWith, to } from "../testing/post";
import { distribute, distributeDue } from "./distribute";
import type { Lists } from "./lists";

// Web, worker and database are killed outright in the middle of a delivery, and it is tried again. Each
// act is held where it comes to a table, in the order in which it comes to them; then, without anybody
// holding it, killed after some glances at it, wherever it happens to be.
const readers = 1_000;
const places = ["Delivery", "Notice", "Event"];
const anywhere = randomInt(300);

let cluster: Cluster;
let people: House;
let lists: Lists;

beforeAll(async () => {
  cluster = await startOwnCluster();
  people = await house();
  await db.publication.updateMany({ data: { traceCopies: true } });
  const { office } = await officeOfReaders(readers);
  lists = [
    { label: "报", addressees: [to("各位读者", [], [office.id]), to("市委办公室")] },
    { label: "送", addressees: [to("各单位", [], [office.id]), to("市人大办公室")] },
  ];
});

afterEach(() => {
  letGoOfAll();
  endDoomed();
});

afterAll(async () => {
  await cluster?.end();
});

const nothing = { state: "signed", deliveries: 0, notices: 0, copies: 0, paper: 0, sent: 0, published: 0 };
const once = {
  state: "distributed",
  deliveries: readers,
  // And whoever wrote what it prints.
  notices: readers + 1,
  copies: readers,
  paper: 2,
  sent: 1,
  published: 1,
};

type Outcome = { state: string; deliveries: number | null };

/** What stands of an issue's delivery: of everything that is each reader's, how many have it, if nobody has it twice. */
async function outcome(issueId: string) {
  const [counted] = await db.$queryRaw<Outcome[]>`
    SELECT
      (SELECT CASE WHEN count(*) = count(DISTINCT "accountId") THEN count(*) END FROM "Delivery" WHERE "issueId" = i.id)::int AS deliveries,
      (SELECT CASE WHEN count(*) = count(DISTINCT "accountId") THEN count(*) END FROM "Notice" WHERE "issueId" = i.id AND kind IN ('delivered', 'published'))::int AS notices,
      (SELECT CASE WHEN count(*) = count(DISTINCT "accountId") THEN count(*) END FROM "Copy" WHERE "issueId" = i.id)::int AS copies,
      (SELECT count(*) FROM "PaperCopy" WHERE "issueId" = i.id)::int AS paper,
      (SELECT count(*) FROM "Event" WHERE "issueId" = i.id AND act = 'distribute')::int AS sent,
      (SELECT count(*) FROM "Entry" e JOIN "Item" t ON t.id = e."itemId" JOIN "Event" v ON v."itemId" = t.id
        WHERE e."issueId" = i.id AND t.state = 'published' AND v.act = 'publish')::int AS published,
      i.state::text AS state
    FROM "Issue" i WHERE i.id = ${issueId}::uuid`;
  return counted;
}

/** Nobody has it, or everybody. */
async function count(issueId: string): Promise<void> {
  const wasInside = (await outcome(issueId))?.state === "signed";
  expect(await outcome(issueId)).toEqual(wasInside ? nothing : once);
}

const overtaken = { key: "overtaken" };

describe("a worker that is killed while it sends out what is due", () => {
  let queue: PgBoss;
  beforeAll(async () => {
    queue = await openQueue();
  });
  afterAll(() => queue.stop({ graceful: false }));

  async function due(): Promise<string> {
    const id = await signedWith(people, lists);
    const data = { distributeAt: new Date(now().getTime() - 1_000), distributeById: people.editor.id };
    await db.issue.update({ where: { id }, data });
    return id;
  }

  /** The next minute has come. */
  async function startWorker(): Promise<Doomed> {
    await queue.send("distribute");
    return startDoomed("jobs/worker.ts");
  }

  async function nextSendsIt(id: string): Promise<void> {
    const next = await startWorker();
    await soon(async () => (await outcome(id))?.state === "distributed");
    await next.kill();
    expect(await outcome(id)).toEqual(once);
  }

  it.each(places)("at %s, has sent nothing, and the next one sends it once", async (place) => {
    const id = await due();
    const held = await hold(cluster.url, place);
    const worker = await startWorker();
    const backend = await waitingAt(held);
    await worker.kill();
    await held.release();
    await backendGone(backend);
    expect(await outcome(id)).toEqual(nothing);
    expect(await distributeDue()).toBe(1);
    expect(await outcome(id)).toEqual(once);
  });

  it.each([anywhere])("after %i glances, has sent it to nobody or to everybody", async (glance) => {
    const id = await due();
    const worker = await startWorker();
    const backend = await movedFor(glance);
    await worker.kill();
    await backendGone(backend);
    await count(id);
    await nextSendsIt(id);
  });
});

describe("a web process that is killed while somebody sends an issue out", () => {
  const startWeb = () => startDoomed("bulletin/testing/pressDistribute.ts");

  it.each(places)(
    "at %s, has sent nothing: who presses again sends it, even before the first is gone",
    async (place) => {
      const web = startWeb();
      const seen = await seenIssue(await signedWith(people, lists));
      const held = await hold(cluster.url, place);
      web.tell([people.editor, seen]);
      const backend = await waitingAt(held);
      await web.kill();
      const again = distribute(people.signer, seen);
      await queuedBehind(backend);
      await held.release();
      expect(await again).toEqual({ readers });
      expect(await outcome(seen.id)).toEqual(once);
      await expect(distribute(people.editor, seen)).rejects.toMatchObject(overtaken);
    },
  );

  it.each([anywhere])("after %i glances, has sent it to nobody or to everybody", async (glance) => {
    const web = startWeb();
    const seen = await seenIssue(await signedWith(people, lists));
    web.tell([people.editor, seen]);
    const backend = await movedFor(glance);
    await web.kill();
    await backendGone(backend);
    await count(seen.id);
    await pressAgain(seen);
  });
});

/** Whoever presses again with the page as it was sends it, or hears that it has gone out. */
async function pressAgain(seen: Seen): Promise<void> {
  const hasGone = (await outcome(seen.id))?.state === "distributed";
  const again = distribute(people.editor, seen);
  if (hasGone) await expect(again).rejects.toMatchObject(overtaken);
  else expect(await again).toEqual({ readers });
  expect(await outcome(seen.id)).toEqual(once);
}

describe("a database that is killed while an issue is sent out", () => {
  it.each(places)("at %s, has kept nothing: once it is back the same press sends it", async (place) => {
    const seen = await seenIssue(await signedWith(people, lists));
    const held = await hold(cluster.url, place);
    const press = distribute(people.editor, seen).catch((error: unknown) => error);
    await waitingAt(held);
    await cluster.kill();
    expect(await press).toBeInstanceOf(Error);
    await held.release();
    await cluster.startAgain();
    expect(await outcome(seen.id)).toEqual(nothing);
    await pressAgain(seen);
  });

  it.each([anywhere])("after %i glances, has kept all of it or nothing", async (glance) => {
    const seen = await seenIssue(await signedWith(people, lists));
    const press = distribute(people.editor, seen).catch((error: unknown) => error);
    await movedFor(glance);
    await cluster.kill();
    await press;
    await cluster.startAgain();
    expect(await moving()).toBeUndefined();
    await count(seen.id);
    await pressAgain(seen);
  });
});
