import { expect, test } from "vitest";
import { db, inTransaction } from "@/lib/db";
import { withClient } from "../../bin/client";
import { falsify, onDatabase, withClients } from "../testing/database";
import { lines, sealed, verified } from "../testing/sealed";
import { allAnchors } from "./anchors";
import { seal, sealAndAnchor } from "./seal";
import { verify } from "./verify";

onDatabase();

/** Only the end that the test itself asked for is expected. */
function ofRollback(error: Error): void {
  if (error.message !== "no") throw error;
}

test("an untouched record verifies: with words of any kind, rolled back transactions, and gaps", async () => {
  await lines(2, {
    words: "“引号”\\ , 1:2,- 𠮷 \u2028",
    none: null,
    numbers: [1.5, 1e21, -0],
    deep: { b: 1, a: [{}] },
  });
  await inTransaction(async (tx) => {
    await tx.event.create({ data: { at: new Date(), act: "probe", detail: {} } });
    throw new Error("no");
  }).catch(ofRollback);
  const last = (await lines(3)).at(-1);
  await sealed();
  const { found, sum } = await verified();
  expect([found, sum]).toEqual([[], { place: 5n, last, lines: 5, waiting: 0, findings: 0, anchors: 0 }]);
});

test.each([
  ["a changed line", (id: bigint) => `UPDATE "Event" SET "actorName" = '别人' WHERE id = ${id}`, "changed"],
  [
    "a moment moved by a millisecond",
    (id: bigint) => `UPDATE "Event" SET at = at + interval '1 ms' WHERE id = ${id}`,
    "changed",
  ],
  ["a detail changed", (id: bigint) => `UPDATE "Event" SET detail = '{"at": 99}' WHERE id = ${id}`, "changed"],
  ["a line that was removed", (id: bigint) => `DELETE FROM "Event" WHERE id = ${id}`, "missing"],
  [
    "a changed seal",
    (id: bigint) => `UPDATE "EventSeal" SET hash = sha256(hash) WHERE "eventId" = ${id}`,
    "sealChanged",
  ],
  ["a line whose seal was removed", (id: bigint) => `DELETE FROM "EventSeal" WHERE "eventId" = ${id}`, "inserted"],
])("%s is found, and nothing else", async (_, statement, kind) => {
  const ids = await lines(9);
  await sealed();
  const id = ids[4] ?? 0n;
  await falsify(statement(id));
  const { found } = await verified();
  const kinds = found.filter((each) => each.kind === kind && "id" in each && each.id === id);
  expect(kinds).toHaveLength(1);
  // A seal that is gone leaves a gap in the places as well.
  expect(found.filter((each) => each.kind !== kind && each.kind !== "removed")).toEqual([]);
});

test("a line removed with its seal is found between its neighbours", async () => {
  const ids = await lines(6);
  await sealed();
  await falsify(`DELETE FROM "Event" WHERE id = ${ids[2]}; DELETE FROM "EventSeal" WHERE "eventId" = ${ids[2]}`);
  expect((await verified()).found).toEqual([{ kind: "removed", after: ids[1], id: ids[3], count: 1n }]);
});

test("two lines that changed places are both found", async () => {
  const ids = await lines(6);
  await sealed();
  await falsify(`UPDATE "Event" SET id = -1 WHERE id = ${ids[2]}; UPDATE "Event" SET id = ${ids[2]} WHERE id = ${ids[3]};
    UPDATE "Event" SET id = ${ids[3]} WHERE id = -1`);
  expect(
    (await verified()).found.filter((each) => each.kind === "changed" || each.kind === "changedOrSeal"),
  ).toMatchObject([{ id: ids[2] }, { id: ids[3] }]);
});

test("a line put into a gap afterwards is found", async () => {
  await lines(2);
  const [{ skipped } = { skipped: 0n }] = await db.$queryRaw<{ skipped: bigint }[]>`
    SELECT nextval('"Event_id_seq"') AS skipped`;
  await lines(2);
  await sealed();
  await falsify(`INSERT INTO "Event" (id, at, act, detail) VALUES (${skipped}, now(), 'signOff', '{}')`);
  expect((await verified()).found).toEqual([{ kind: "inserted", id: skipped }]);
});

test.each([
  ["of minus one", "-1"],
  ["of the least there is", "-9223372036854775808"],
  ["of nought", "0"],
  ["that was never given", "1000000000000"],
  ["of the greatest there is", "9223372036854775807"],
])("a line under a number %s is found, and does not pass for one that waits for its seal", async (_, id) => {
  await lines(3);
  await sealed();
  await falsify(`INSERT INTO "Event" (id, at, act, detail) VALUES (${id}, now(), 'signOff', '{}')`);
  await lines(2);
  await seal();
  const { found, sum } = await verified();
  expect([found, sum.waiting]).toEqual([[{ kind: "notNumbered", id: BigInt(id) }], 0]);
});

test("before the first seal too a line under no number of the database's is found", async () => {
  await falsify(`INSERT INTO "Event" (id, at, act, detail) VALUES (0, now(), 'signOff', '{}')`);
  expect((await verified()).found).toEqual([{ kind: "notNumbered", id: 0n }]);
});

test("a line and its seal under a number ahead of all others do not pass for the end of the chain", async () => {
  await lines(2);
  await sealed();
  await falsify(`INSERT INTO "Event" (id, at, act, detail) SELECT 1000000000000, now(), 'signOff', '{}';
    INSERT INTO "EventSeal" SELECT e.id, s.place + 1, sha256(s.hash || "recordLine"(e))
      FROM "Event" e, (SELECT * FROM "EventSeal" ORDER BY place DESC LIMIT 1) s WHERE e.id = 1000000000000`);
  expect((await verified()).found).toEqual([{ kind: "notNumbered", id: 1_000_000_000_000n }]);
});

test("the application cannot put a line into a gap, nor write a seal or an anchor", async () => {
  const [first = 0n] = await lines(3);
  const url = process.env.DATABASE_URL ?? "";
  for (const [statement, refusal] of [
    [`INSERT INTO "Event" (id, at, act, detail) VALUES (${first - 1n}, now(), 'x', '{}')`, /currval|numbers its lines/],
    [
      `SELECT nextval('"Event_id_seq"'); INSERT INTO "Event" (id, at, act, detail) VALUES (${first - 1n}, now(), 'x', '{}')`,
      /numbers its lines/,
    ],
    [`INSERT INTO "EventSeal" ("eventId", place, hash) VALUES (${first}, 1, '')`, /permission denied/],
    [`INSERT INTO "EventAnchor" SELECT now(), 1, 1, '', now()`, /permission denied/],
    [`DELETE FROM "EventSeal"`, /permission denied/],
    [`INSERT INTO "EventPruning" VALUES (1, 1, '', now(), 1, '', now())`, /permission denied/],
  ] as const)
    await expect(withClient(url, (client) => client.query(statement))).rejects.toThrow(refusal);
});

test("the application cannot come back to a number once the chain is closed behind it", async () => {
  await withClient(process.env.DATABASE_URL ?? "", async (client) => {
    const { rows } = await client.query(`SELECT nextval('"Event_id_seq"') AS id`);
    await lines(2);
    await sealed();
    const late = `INSERT INTO "Event" (id, at, act, detail) VALUES (${rows[0].id}, now(), 'signOff', '{}')`;
    await expect(client.query(late)).rejects.toThrow(/numbers its lines/);
    await client.query(`INSERT INTO "Event" (at, act, detail) VALUES (now(), 'probe', '{}')`);
  });
  await sealed();
  expect((await verified()).found).toEqual([]);
});

test("the owner is refused by triggers as long as they stand", async () => {
  const [id] = await lines(1);
  await sealed();
  for (const statement of [
    `UPDATE "Event" SET act = 'x' WHERE id = ${id}`,
    `DELETE FROM "Event"`,
    `TRUNCATE "Event"`,
    `UPDATE "EventSeal" SET place = 7`,
    `DELETE FROM "EventSeal"`,
    `TRUNCATE "EventSeal"`,
  ])
    await expect(falsify(statement, { triggers: true })).rejects.toThrow(/the record stands/);
});

test("a chain that was computed anew as a whole is found by the anchors kept outside", async () => {
  const ids = await lines(4);
  await sealed();
  await sealAndAnchor();
  const outside = await allAnchors();
  await lines(1);
  await falsify(
    `UPDATE "Event" SET "actorName" = '别人' WHERE id = ${ids[1]}; DELETE FROM "EventSeal"; DELETE FROM "EventAnchor"`,
  );
  await sealed();
  await sealAndAnchor();
  expect((await verified()).found).toEqual([]);
  const day = outside[0]?.day;
  expect((await verified(outside)).found).toEqual([
    { kind: "notAnchored", day, id: ids[3], where: "file" },
    { kind: "anchorChanged", day },
  ]);
});

test("an end cut off after the anchor of the day is found by it", async () => {
  const ids = await lines(4);
  await sealed();
  await sealAndAnchor();
  await falsify(`DELETE FROM "Event" WHERE id >= ${ids[2]}; DELETE FROM "EventSeal" WHERE "eventId" >= ${ids[2]}`);
  expect((await verified()).found).toMatchObject([{ kind: "notAnchored", id: ids[3], where: "database" }]);
});

test("a line that is written slowly is sealed in its place, and nobody takes it for one put in later", async () => {
  await withClients(1, async ([other]) => {
    if (!other) throw new Error("no client");
    await lines(1);
    await sealed();
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let written = (_: bigint) => {};
    const slow = new Promise<bigint>((resolve) => {
      written = resolve;
    });
    const done = other.$transaction(
      async (tx) => {
        written((await tx.event.create({ data: { at: new Date(), act: "slow", detail: {} } })).id);
        await held;
      },
      { timeout: 20_000 },
    );
    const id = await slow;
    const after = await lines(3);
    await seal();
    await seal();
    // Lines after it wait too: its number is before theirs.
    expect(await db.eventSeal.count({ where: { eventId: { gte: id } } })).toBe(0);
    expect((await verified()).sum).toMatchObject({ waiting: 3, findings: 0 });
    commit();
    await done;
    await sealed();
    const places = await db.eventSeal.findMany({ where: { eventId: { gte: id } }, orderBy: { place: "asc" } });
    expect(places.map(({ eventId }) => eventId)).toEqual([id, ...after]);
    expect((await verified()).found).toEqual([]);
  });
});

test("while others keep writing, what was written before goes on being sealed", async () => {
  await withClients(2, async (clients) => {
    const [ids, open] = [await lines(2), [] as (() => void)[]];
    const begin = async (client: (typeof clients)[number]) => {
      let end = () => {};
      const held = new Promise<void>((resolve) => {
        end = resolve;
      });
      let begun = () => {};
      const started = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const done = client.$transaction(
        async (tx) => {
          await tx.event.create({ data: { at: new Date(), act: "long", detail: {} } });
          begun();
          await held;
        },
        { timeout: 20_000 },
      );
      await started;
      open.push(end);
      return { end, done };
    };
    const [one, two] = clients;
    if (!one || !two) throw new Error("no clients");
    const first = await begin(one);
    await seal();
    const second = await begin(two);
    first.end();
    await first.done;
    await seal();
    // There was no moment without somebody writing.
    expect(await db.eventSeal.count({ where: { eventId: { in: ids } } })).toBe(2);
    second.end();
    await second.done;
    await sealed();
    expect((await verified()).found).toEqual([]);
  });
});

test("many who write and roll back at once, and two who seal: every line stands once, and the chain verifies", async () => {
  const act = (n: number) =>
    inTransaction(async (tx) => {
      await tx.event.create({ data: { at: new Date(), act: "probe", detail: { n } } });
      if (n % 5 === 0) throw new Error("no");
    }).catch(ofRollback);
  await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 10 === 3 ? seal() : act(n))));
  await sealed();
  expect(await db.eventSeal.count()).toBe(await db.event.count());
  expect((await verified()).found).toEqual([]);
});

test("what comes to its seal while the walk is under way is taken for waiting, and nothing for missing", async () => {
  const ids = await lines(9);
  await sealed();
  // More than are read at once, so that the walk meets some of them before they are sealed and some afterwards.
  await db.$executeRaw`INSERT INTO "Event" (at, act, detail) SELECT now(), 'probe', '{}' FROM generate_series(1, 4010)`;
  await falsify(`UPDATE "Event" SET act = 'x' WHERE id = ${ids[4]}`);
  const walk = verify();
  expect((await walk.next()).value).toEqual({ kind: "changed", id: ids[4] });
  await sealed();
  expect(await walk.next()).toMatchObject({ done: true, value: { place: 9n, waiting: 4010, findings: 1 } });
});
