import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { addDays, toColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { onDatabase, through, withClients } from "../../testing/database";
import { compiled, distributed } from "../../testing/issues";
import { itemOf, submitted } from "../../testing/items";
import { house } from "../../testing/people";
import { relayed } from "../../testing/pointsKept";
import { at, corrected } from "../../testing/post";
import { publication } from "../../testing/publications";
import { keepLevels, levelsSchema, relayLevels } from "./levels";
import { relayFilter, relays, relaysOf } from "./list";
import { changeRelay, changeRelaySchema, relaySchema, withdrawRelay } from "./relay";

onDatabase();

async function printed() {
  const people = await house();
  await keepLevels(people.editor, { levels: ["市级", "自治区级", "国家级"] });
  const levels = await relayLevels(people.editor);
  const issueId = await distributed(people);
  const entry = await db.entry.findFirstOrThrow({ where: { issueId } });
  return { ...people, levels, issueId, entry, levelId: levels[0]?.id ?? "" };
}

describe("levels", () => {
  it("are one a line, in order; one that is left out is retired, and is itself again when it comes back", async () => {
    const { editor, levels } = await printed();
    expect(levels.map(({ name }) => name)).toEqual(["市级", "自治区级", "国家级"]);
    await keepLevels(editor, levelsSchema.parse({ levels: " 国家级 \n\n市级" }));
    expect((await relayLevels(editor)).map(({ name }) => name)).toEqual(["国家级", "市级"]);
    await keepLevels(editor, { levels: ["自治区级"] });
    expect((await relayLevels(editor))[0]?.id).toBe(levels[1]?.id);
  });

  it.each([
    [""],
    ["市级\n市级"],
    ["很长很长很长很长很长很长很长"],
    [
      Array(11)
        .fill(0)
        .map((_, i) => `级${i}`)
        .join("\n"),
    ],
  ])("cannot be %j", (levels) => {
    expect(levelsSchema.safeParse({ levels }).success).toBe(false);
  });

  it("are the editors' to set", async () => {
    const { signer, writer } = await printed();
    for (const actor of [signer, writer])
      await expect(keepLevels(actor, { levels: ["市级"] })).rejects.toThrow("forbidden");
  });
});

describe("a relay", () => {
  it("is recorded of a printed entry, and seen by the secretariat and by the office of its item", async () => {
    const { editor, signer, writer, southWriter, leader, entry, levelId } = await printed();
    await relayed(editor, entry.id, { levelId, adoptedOn: today() });
    const seen = async (actor: typeof editor) =>
      (await relaysOf(actor, entry.itemId ?? "")).map(({ level, adoptedOn }) => [level, adoptedOn]);
    for (const actor of [editor, signer, writer]) expect(await seen(actor)).toEqual([["市级", today()]]);
    for (const actor of [southWriter, leader]) expect(await seen(actor)).toEqual([]);
    const events = await db.event.findMany({ where: { act: "recordRelay" } });
    expect(events).toMatchObject([{ itemId: entry.itemId, actorName: editor.name }]);
  });

  it("is an editor's to record, to change and to withdraw", async () => {
    const { signer, reviewer, writer, leader, entry, levelId, editor } = await printed();
    const id = await relayed(editor, entry.id, { levelId });
    const change = changeRelaySchema.parse({ id, version: 1, levelId, publication: "信息", on: today() });
    for (const actor of [signer, reviewer, writer, leader]) {
      await expect(relayed(actor, entry.id, { levelId, publication: "另一种" })).rejects.toThrow("forbidden");
      await expect(changeRelay(actor, change)).rejects.toThrow("forbidden");
      await expect(withdrawRelay(actor, { id, version: 1, reason: "误" })).rejects.toThrow("forbidden");
    }
  });

  it("is refused of an issue that is not out", async () => {
    const people = await printed();
    const issueId = await compiled(people, { items: [await submitted(people.writer, people.publication)] });
    const entry = await db.entry.findFirstOrThrow({ where: { issueId } });
    await expect(relayed(people.editor, entry.id, { levelId: people.levelId })).rejects.toThrow("missing");
  });

  it("is refused with a day ahead, before the item's own, and before it was relayed", async () => {
    const { editor, entry, levelId } = await printed();
    const [yesterday, tomorrow] = [addDays(today(), -1), addDays(today(), 1)];
    const tries = [
      [{ on: tomorrow }, "dayAhead"],
      [{ adoptedOn: tomorrow }, "dayAhead"],
      [{ on: yesterday }, "beforeItem"],
      [{ adoptedOn: yesterday }, "beforeRelay"],
      [{ instructedOn: yesterday }, "beforeRelay"],
    ] as const;
    for (const [given, key] of tries)
      await expect(relayed(editor, entry.id, { levelId, ...given })).rejects.toThrow(key);
  });

  it.each([{ publication: "" }, { publication: "长".repeat(41) }, { on: "2026-02-30" }, { on: "" }, { levelId: "x" }])(
    "cannot be %j",
    (given) => {
      const whole = { entryId: crypto.randomUUID(), levelId: crypto.randomUUID(), publication: "信息", on: today() };
      expect(relaySchema.safeParse(whole).success).toBe(true);
      expect(relaySchema.safeParse({ ...whole, ...given }).success).toBe(false);
    },
  );

  it("is recorded once, although two do so at the same moment", async () => {
    const { editor, editor2, entry, levelId } = await printed();
    const outcomes = await withClients(2, (clients) =>
      Promise.allSettled(
        [editor, editor2].map((actor, which) => {
          const client = clients[which];
          if (!client) throw new Error("no client");
          return through(client, () => relayed(actor, entry.id, { levelId }));
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { key: "relayTwice" } });
    expect(await db.relay.count()).toBe(1);
  });

  it("of the same item is refused a second time also from another publication's entry, and goes again once withdrawn", async () => {
    const people = await printed();
    const { editor, entry, levelId } = people;
    const first = await relayed(editor, entry.id, { levelId });
    const other = await publication({ readers: [people.leader] });
    const item = await itemOf(entry.itemId ?? "");
    const issueId = await distributed(people, { publication: other, items: [item] });
    const second = await db.entry.findFirstOrThrow({ where: { issueId } });
    await expect(relayed(editor, second.id, { levelId })).rejects.toThrow("relayTwice");
    await relayed(editor, second.id, { levelId, publication: "另一种" });
    await withdrawRelay(editor, { id: first, version: 1, reason: "登记有误" });
    await relayed(editor, second.id, { levelId });
  });

  it("of a corrected entry is that of its first edition", async () => {
    const people = await printed();
    const edition = await corrected(people, people.issueId);
    const later = await db.entry.findFirstOrThrow({ where: { issueId: edition } });
    const id = await relayed(people.editor, later.id, { levelId: people.levelId });
    expect(await db.relay.findUniqueOrThrow({ where: { id } })).toMatchObject({ entryId: people.entry.id });
  });

  it("that somebody else changed first is not overwritten, and one withdrawn stays as it is", async () => {
    const { editor, editor2, entry, levelId } = await printed();
    const id = await relayed(editor, entry.id, { levelId });
    const change = { id, version: 1, levelId, publication: "政协信息", on: today(), instructedOn: null };
    await changeRelay(editor2, { ...change, adoptedOn: today() });
    await expect(changeRelay(editor, { ...change, adoptedOn: null })).rejects.toThrow("changedMeanwhile");
    await withdrawRelay(editor, { id, version: 2, reason: "登记有误" });
    await expect(changeRelay(editor, { ...change, version: 3, adoptedOn: null })).rejects.toThrow("alreadyDone");
    await expect(db.relay.delete({ where: { id } })).rejects.toThrow("stands");
  });

  it("keeps a level that was retired, and cannot take one anew", async () => {
    const { editor, entry, levelId, levels } = await printed();
    const id = await relayed(editor, entry.id, { levelId });
    await keepLevels(editor, { levels: ["自治区级"] });
    const change = { id, version: 1, publication: "政协信息", on: today(), adoptedOn: null, instructedOn: null };
    await changeRelay(editor, { ...change, levelId });
    const other = { ...change, version: 2, levelId: levels[2]?.id ?? "" };
    await expect(changeRelay(editor, other)).rejects.toThrow("noSuchLevel");
  });

  it("is found by level, office, days and adoption; an office finds its own alone, without what was withdrawn", async () => {
    travel(at("2026-03-10", "10:00"));
    const people = await printed();
    const { editor, writer, southWriter, levels, entry } = people;
    const [city = "", , country = ""] = levels.map(({ id }) => id);
    await relayed(editor, entry.id, { levelId: city });
    travel(at("2026-03-20", "10:00"));
    await relayed(editor, entry.id, { levelId: country, adoptedOn: "2026-03-20" });
    const gone = await relayed(editor, entry.id, { levelId: country, publication: "误登" });
    await withdrawRelay(editor, { id: gone, version: 1, reason: "误登" });
    const count = async (actor: typeof editor, given: object) =>
      (await relays(actor, relayFilter.parse(given))).rows.length;
    expect(await count(editor, {})).toBe(3);
    expect(await count(writer, {})).toBe(2);
    expect(await count(southWriter, {})).toBe(0);
    expect(await count(editor, { level: city })).toBe(1);
    expect(await count(editor, { adopted: "1" })).toBe(1);
    expect(await count(editor, { to: "2026-03-15" })).toBe(1);
    expect(await count(editor, { from: "2026-03-20", to: "2026-03-15" })).toBe(0);
    expect(await count(editor, { office: people.south.id })).toBe(0);
    expect(await count(editor, { level: "'; --", page: "-1", from: "2026-02-30" })).toBe(3);
    expect((await relays(editor, relayFilter.parse({}))).adopted).toBe(1);
  });

  it("whose days are turned round is refused by the database as well", async () => {
    const { editor, entry, levelId } = await printed();
    const id = await relayed(editor, entry.id, { levelId });
    const turned = { adoptedOn: toColumn(addDays(today(), -1)), adoptedKnownAt: new Date() };
    await expect(db.relay.update({ where: { id }, data: turned })).rejects.toThrow("relay_in_order");
  });
});
