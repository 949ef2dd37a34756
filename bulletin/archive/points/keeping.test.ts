import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { addDays, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { onDatabase, through, withClients } from "../../testing/database";
import { distributed } from "../../testing/issues";
import { house } from "../../testing/people";
import { pointsOn, relayed, ruleSetFrom, rulesOf, typedRules } from "../../testing/pointsKept";
import { at } from "../../testing/post";
import { publication } from "../../testing/publications";
import { keepLevels } from "../relays/levels";
import { changeRelay } from "../relays/relay";
import { adjust, adjustmentSchema, withdrawAdjustment } from "./adjustments";
import { closePoints } from "./closing";
import { arePointsOn } from "./keeping";
import { enterRuleSet, ruleSetSchema, ruleSets, withdrawRuleSet } from "./ruleSets";
import { rulesChoices } from "./rulesChoices";
import { turnPointsOff, turnPointsOn } from "./switches";

onDatabase();

const tomorrow = () => addDays(today(), 1);

describe("the switch", () => {
  it("is off until an editor turns it on, and everything about points is then refused as not there", async () => {
    const { editor, publication } = await house();
    expect(await arePointsOn()).toBe(false);
    await expect(ruleSets(editor)).rejects.toThrow("missing");
    const rules = rulesOf(typedRules(publication));
    await expect(enterRuleSet(editor, { id: null, seen: "", from: today(), rules })).rejects.toThrow("missing");
    await expect(closePoints(editor, { through: addDays(today(), -1) })).rejects.toThrow("missing");
  });

  it("is an editor's alone", async () => {
    const { signer, reviewer, writer, leader, publication } = await house();
    const given = { publicationId: publication.id, from: today() };
    for (const actor of [signer, reviewer, writer, leader]) {
      await expect(turnPointsOn(actor, given)).rejects.toThrow("forbidden");
      await expect(turnPointsOff(actor, given)).rejects.toThrow("forbidden");
    }
  });

  it("goes on once, also when two turn it at once, and off once; both stand in the record", async () => {
    const { editor, editor2, publication } = await house();
    const given = { publicationId: publication.id, from: today() };
    const turned = await Promise.allSettled([turnPointsOn(editor, given), turnPointsOn(editor2, given)]);
    expect(turned.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await turnPointsOff(editor, given);
    await expect(turnPointsOff(editor, given)).rejects.toThrow("alreadyDone");
    const acts = await db.event.findMany({ where: { subjectId: publication.id }, orderBy: { id: "asc" } });
    expect(acts.map(({ act }) => act)).toEqual(["turnPointsOn", "turnPointsOff"]);
  });

  it("does not reach back over days that were counted", async () => {
    const people = await house();
    const { editor, publication } = people;
    await pointsOn(people);
    await turnPointsOff(editor, { publicationId: publication.id });
    for (const from of ["2026-01-01", today()])
      await expect(turnPointsOn(editor, { publicationId: publication.id, from })).rejects.toThrow("pointsSettled");
    await turnPointsOn(editor, { publicationId: publication.id, from: tomorrow() });
  });
});

describe("a rule set", () => {
  it("is an editor's to enter and to withdraw", async () => {
    const people = await house();
    const { typed } = await pointsOn(people);
    const { editor, signer, reviewer, writer, leader } = people;
    const input = await ruleSetFrom(editor, tomorrow(), typed);
    const id = await enterRuleSet(editor, input);
    for (const actor of [signer, reviewer, writer, leader]) {
      await expect(enterRuleSet(actor, input)).rejects.toThrow("forbidden");
      await expect(withdrawRuleSet(actor, { id })).rejects.toThrow("forbidden");
    }
    for (const actor of [writer, leader]) await expect(ruleSets(actor)).rejects.toThrow("forbidden");
  });

  it("that has begun cannot be changed, nor withdrawn, nor can one be put before or beside it in the past", async () => {
    const people = await house();
    const { rulesId, typed } = await pointsOn(people);
    const { editor } = people;
    const enter = async (from: string, id = "") => enterRuleSet(editor, await ruleSetFrom(editor, from, typed, id));
    await expect(enter(tomorrow(), rulesId)).rejects.toThrow("rulesBegan");
    await expect(withdrawRuleSet(editor, { id: rulesId })).rejects.toThrow("rulesBegan");
    const first = `${today().slice(0, 4)}-01-01`;
    await expect(enter(first)).rejects.toThrow("rulesTaken");
    await expect(enter(addDays(first, 1))).rejects.toThrow("rulesInPast");
    await expect(enter(today())).rejects.toThrow("rulesInPast");
    await expect(enter(addDays(today(), 1_000))).rejects.toThrow("rulesTooFar");
    // Before the first one nothing was counted.
    await enter(addDays(first, -1));
  });

  it("that is still to come can be written anew and withdrawn; the database keeps what stood", async () => {
    const people = await house();
    const { typed } = await pointsOn(people);
    const { editor } = people;
    const id = await enterRuleSet(editor, await ruleSetFrom(editor, tomorrow(), typed));
    const again = await enterRuleSet(editor, await ruleSetFrom(editor, tomorrow(), { ...typed, ranked: true }, id));
    expect((await ruleSets(editor)).sets[0]).toMatchObject({ id: again, rules: { ranked: true } });
    await withdrawRuleSet(editor, { id: again });
    expect((await ruleSets(editor)).sets).toHaveLength(1);
    expect(await db.pointsRules.count()).toBe(3);
    const changed = db.pointsRules.updateMany({ where: { withdrawnAt: null }, data: { rules: {} } });
    await expect(changed).rejects.toThrow("stand");
    await expect(db.pointsRules.deleteMany({})).rejects.toThrow("stand");
  });

  it("is entered once where two write one at the same time: the other is told who was first", async () => {
    const people = await house();
    const { typed } = await pointsOn(people);
    const { editor, editor2 } = people;
    const inputs = [
      await ruleSetFrom(editor, tomorrow(), typed),
      await ruleSetFrom(editor2, addDays(today(), 9), typed),
    ];
    const outcomes = await withClients(2, (clients) =>
      Promise.allSettled(
        [editor, editor2].map((actor, which) => {
          const [client, input] = [clients[which], inputs[which]];
          if (!client || !input) throw new Error("no client");
          return through(client, () => enterRuleSet(actor, input));
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { key: "changedMeanwhile" } });
    expect(await db.pointsRules.count({ where: { withdrawnAt: null } })).toBe(2);
  });

  it("does not begin twice on a day, whoever asks the database", async () => {
    const people = await house();
    await pointsOn(people);
    const [{ id: _, ...row } = { id: "" }] = await db.pointsRules.findMany();
    await expect(db.pointsRules.create({ data: { ...row, rules: {} } as never })).rejects.toThrow();
  });

  const bad: [string, object][] = [
    ["pointsOutOfRange", { instructions: { own: "-1", levels: {} } }],
    ["pointsOutOfRange", { instructions: { own: "100000", levels: {} } }],
    ["pointsMalformed", { instructions: { own: "0.001", levels: {} } }],
    ["pointsMalformed", { instructions: { own: "1e2", levels: {} } }],
    ["pointsMalformed", { instructions: { own: "三分", levels: {} } }],
    ["fixedMissing", { merge: { how: "fixed", fixed: "" } }],
    ["groupTwice", { groups: [group("旗县区"), group("旗县区")] }],
    ["required", { groups: [group(" ")] }],
    ["officeInTwoGroups", { groups: [group("甲", [crypto.randomUUID()]), group("乙", ["same"])] }],
    ["malformed", {}],
  ];
  it.each(bad)("is refused as %s: %j", (key, given) => {
    const same = crypto.randomUUID();
    const text = JSON.stringify(typedRules({ id: crypto.randomUUID() } as never, [], given));
    const rules = key === "malformed" ? "{" : key === "officeInTwoGroups" ? withSame(text, same) : text;
    const { error } = ruleSetSchema.safeParse({ id: "", seen: "", from: "2026-01-01", rules });
    const told = error?.issues.map((issue) => (issue.code === "custom" ? issue.params?.key : "malformed"));
    expect(told).toContain(key);
  });

  it("that names what is not there is refused", async () => {
    const people = await house();
    const { typed } = await pointsOn(people);
    const groups = [group("旗县区", [crypto.randomUUID()])];
    const input = await ruleSetFrom(people.editor, tomorrow(), { ...typed, groups });
    await expect(enterRuleSet(people.editor, input)).rejects.toThrow("malformed");
  });
});

describe("points by hand", () => {
  it("are an editor's to give, with a reason, up to today; and to withdraw with another", async () => {
    const people = await house();
    await pointsOn(people);
    const { editor, signer, writer, north } = people;
    const given = adjustmentSchema.parse({ officeId: north.id, on: today(), points: "-1.25", reason: "迟报" });
    for (const actor of [signer, writer]) await expect(adjust(actor, given)).rejects.toThrow("forbidden");
    const id = await adjust(editor, given);
    expect(await db.pointsAdjustment.findUniqueOrThrow({ where: { id } })).toMatchObject({ points: -125 });
    await expect(adjust(editor, { ...given, on: tomorrow() })).rejects.toThrow("dayAhead");
    await expect(adjust(editor, { ...given, officeId: crypto.randomUUID() })).rejects.toThrow("unknownOffice");
    await withdrawAdjustment(editor, { id, reason: "记错单位" });
    await expect(withdrawAdjustment(editor, { id, reason: "再来" })).rejects.toThrow("alreadyDone");
    await expect(db.pointsAdjustment.delete({ where: { id } })).rejects.toThrow("stand");
    await expect(db.pointsAdjustment.update({ where: { id }, data: { points: 1 } })).rejects.toThrow("stand");
  });

  it.each([
    [{ points: "0" }, "pointsNone"],
    [{ points: "" }, "pointsNone"],
    [{ points: "0.001" }, "pointsMalformed"],
    [{ points: "1001" }, "pointsOutOfRange"],
    [{ reason: " " }, "required"],
    [{ on: "2026-13-01" }, "noSuchDay"],
  ])("cannot be %j", (given, key) => {
    const whole = { officeId: crypto.randomUUID(), on: "2026-03-01", points: "1", reason: "加分" };
    const { error } = adjustmentSchema.safeParse({ ...whole, ...given });
    expect(error?.issues.map((issue) => (issue.code === "custom" ? issue.params?.key : null))).toContain(key);
  });
});

describe("a closing", () => {
  it("goes forward only, and not over a day that is not over; nothing is entered behind it", async () => {
    travel(at("2026-04-02", "10:00"));
    const people = await house();
    const { typed, levelIds } = await pointsOn(people);
    const { editor, signer, north } = people;
    const entry = await db.entry.findFirstOrThrow({ where: { issueId: await distributed(people) } });
    const relay = await relayed(editor, entry.id, { levelId: levelIds[0] ?? "" });
    travel(at("2026-04-20", "10:00"));
    await expect(closePoints(signer, { through: "2026-04-10" })).rejects.toThrow("forbidden");
    await expect(closePoints(editor, { through: "2026-04-20" })).rejects.toThrow("dayNotOver");
    await closePoints(editor, { through: "2026-04-10" });
    await expect(closePoints(editor, { through: "2026-04-09" })).rejects.toThrow("pointsClosed");

    const adjustment = { officeId: north.id, on: "2026-04-10", points: 100, reason: "补记" };
    await expect(adjust(editor, adjustment)).rejects.toThrow("pointsClosed");
    await adjust(editor, { ...adjustment, on: "2026-04-11" });
    await expect(enterRuleSet(editor, await ruleSetFrom(editor, "2025-12-31", typed))).rejects.toThrow("pointsClosed");

    // What counted there stands; what comes to it may be added.
    const change = { id: relay, version: 1, publication: "政协信息", instructedOn: null };
    const later = { ...change, levelId: levelIds[0] ?? "", on: "2026-04-02", adoptedOn: "2026-04-05" };
    await expect(changeRelay(editor, { ...later, on: "2026-04-03" })).rejects.toThrow("pointsClosed");
    await expect(changeRelay(editor, { ...later, levelId: levelIds[1] ?? "" })).rejects.toThrow("pointsClosed");
    await changeRelay(editor, later);
  });
});

function group(name: string, officeIds: string[] = []) {
  return { name, officeIds, quota: "0" };
}

/** The same office in both groups. */
function withSame(text: string, officeId: string): string {
  const rules = JSON.parse(text) as { groups: { officeIds: string[] }[] };
  return JSON.stringify({ ...rules, groups: rules.groups.map((each) => ({ ...each, officeIds: [officeId] })) });
}

it("a rule set still names what was turned off and retired since, and a new one does not", async () => {
  const people = await house();
  const { rulesId, levelIds } = await pointsOn(people);
  const { editor, writer } = people;
  const other = await publication();
  await turnPointsOn(editor, { publicationId: other.id, from: tomorrow() });
  await turnPointsOff(editor, { publicationId: people.publication.id });
  await keepLevels(editor, { levels: ["自治区级"] });
  const rules = (await ruleSets(editor)).sets.find(({ id }) => id === rulesId)?.rules ?? null;
  const ids = (all: { id: string }[]) => all.map(({ id }) => id);
  const [old, fresh] = [await rulesChoices(editor, rules), await rulesChoices(editor, null)];
  expect(ids(old.publications)).toEqual([people.publication.id, other.id]);
  expect(ids(fresh.publications)).toEqual([other.id]);
  expect(ids(old.levels)).toEqual(expect.arrayContaining(levelIds));
  expect(fresh.levels.map(({ name }) => name)).toEqual(["自治区级"]);
  await expect(rulesChoices(writer, null)).rejects.toThrow("forbidden");
});
