import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { emptyDatabase, onDatabase } from "./testing/database";
import { compiled } from "./testing/issues";
import { drafted } from "./testing/items";
import * as issueLife from "./testing/lives/issue";
import * as itemLife from "./testing/lives/item";
import { bounds, choose, pick, type Step, walks, wentThrough } from "./testing/lives/walk";
import { house, person } from "./testing/people";

onDatabase();

const approvedStates = ["approved", "signed", "distributed", "corrected", "recalled", "void"];

type Walked = { model: issueLife.Model; whole: Awaited<ReturnType<typeof issueLife.wholeOf>> };

describe("the life of an issue", () => {
  it("skips no step, whoever tries what: none approves their own work, nothing signed changes, no number is lost", async () => {
    const walked = new Set<string>();
    await fc.assert(
      fc.asyncProperty(walks, (steps) => walkIssues(steps, walked)),
      bounds,
    );
    // Walks that never came to the end would have proven nothing.
    expect([...walked].sort()).toEqual(Object.keys(issueLife.acts).sort());
  });

  async function walkIssues(steps: Step[], walked: Set<string>): Promise<void> {
    await emptyDatabase();
    const people = await house();
    const both = await person(["editor", "reviewer"]);
    const all = await person(["editor", "reviewer", "signer"]);
    const { editor, reviewer, signer, writer, leader } = people;
    const actors = [editor, both, all, reviewer, signer, writer, leader];
    const issues: Walked[] = [];
    for (const _ of [1, 2])
      issues.push({ model: issueLife.begun(editor), whole: await issueLife.wholeOf(await compiled(people)) });
    let last = 0;
    for (const step of steps) {
      const issue = pick(issues, step.what);
      const { model, whole: before } = issue;
      const may = (name: string, who: Actor) => Boolean(issueLife.expected(name, who, false, model));
      const { act, actor } = choose(step, Object.keys(issueLife.acts), actors, may, walked);
      const to = issueLife.expected(act, actor, step.stale, model);
      const seen = { id: before.id, version: before.version - Number(step.stale) };
      const went = await wentThrough(issueLife.acts[act]?.run(actor, seen, step.what >> 1));
      expect({ act, from: model.state, by: actor.roles, went }).toMatchObject({ went: to !== null });
      const after = await issueLife.wholeOf(before.id);
      issue.whole = after;
      if (to) walked.add(act);
      if (!to || act === "correct") {
        expect(after).toEqual(before);
        if (to) issues.push(await editionOf(issue, actor, issues));
        continue;
      }
      issueLife.done(act, actor, to, model, () => ++last);
      const earlier = issues.find((each) => each.model === model.corrects);
      if (earlier) await hasStood(earlier);
      const { number, edition } = model;
      expect(after).toMatchObject({ state: to, number, edition, version: before.version + 1 });
      expect(after.distributeAt !== null).toBe(act === "schedule");
      expect(new Set(after.compilerIds)).toEqual(model.compilers);
      expect(after.approvedById !== null).toBe(approvedStates.includes(to));
      expect(after.compilerIds).not.toContain(after.approvedById);
      if (before.contentHash) {
        const { content, contentHash, number, year, date, lists, imprint, entries } = before;
        expect(after).toMatchObject({ content, contentHash, number, year, date, lists, imprint, entries });
      }
    }
    const first = await db.issue.findMany({ where: { number: { not: null }, correctsId: null } });
    const numbers = first.map(({ number }) => Number(number)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: last }, (_, at) => at + 1));
  }

  /** The new edition that was just begun, with the entries of the one that it corrects. */
  async function editionOf({ model, whole }: Walked, actor: Actor, issues: Walked[]): Promise<Walked> {
    const { id } = await db.issue.findFirstOrThrow({ where: { correctsId: whole.id }, orderBy: { id: "desc" } });
    const edition = 1 + issues.filter((each) => each.model.number === model.number).length;
    model.correction = issueLife.begun(actor, model, edition);
    const begun = await issueLife.wholeOf(id);
    expect(begun).toMatchObject({ state: "compiling", number: null, edition, lists: whole.lists });
    expect(begun.entries.map(({ correctsId }) => correctsId)).toEqual(whole.entries.map((entry) => entry.id));
    return { model: model.correction, whole: begun };
  }

  /** An edition whose successor was moved: only its state may be another one. */
  async function hasStood(earlier: Walked): Promise<void> {
    const after = await issueLife.wholeOf(earlier.whole.id);
    const { version, updatedAt } = after;
    expect(after).toEqual({ ...earlier.whole, state: earlier.model.state, version, updatedAt });
    earlier.whole = after;
  }
});

describe("the life of an item", () => {
  it("skips no step, whoever tries what: what is refused changes nothing, and what reached the desk stands", async () => {
    const walked = new Set<string>();
    await fc.assert(
      fc.asyncProperty(walks, (steps) => walkItems(steps, walked)),
      bounds,
    );
    expect([...walked].sort()).toEqual(Object.keys(itemLife.acts).sort());
  });

  async function walkItems(steps: Step[], walked: Set<string>): Promise<void> {
    await emptyDatabase();
    const people = await house();
    const { editor, reviewer, leader, writer, southWriter, southLead, publication } = people;
    const all = await person(["contributor", "officeLead", "editor"], { office: people.south });
    const actors = [writer, southWriter, southLead, editor, all, reviewer, leader];
    const setting = { people, issues: [await compiled(people), await compiled(people)] };
    const items = [];
    for (const { office, author } of [
      { office: people.north, author: writer },
      { office: people.south, author: southWriter },
    ]) {
      const { id } = await drafted(author, publication);
      const begun = { state: "draft", submissions: 0, issues: new Set<string>(), merged: null } as const;
      const model: itemLife.Model = { office: office.id, signOff: office.signOff, ...begun };
      items.push({ model, whole: await itemLife.wholeOf(id) });
    }
    for (const step of steps) {
      const item = pick(items, step.what);
      const { model, whole: before } = item;
      const issue = pick(setting.issues, step.what >> 1);
      const may = (name: string, who: Actor) =>
        Boolean(itemLife.expected(name, { actor: who, stale: false, issue }, model));
      const { act, actor } = choose(step, Object.keys(itemLife.acts), actors, may, walked);
      const to = itemLife.expected(act, { actor, stale: step.stale, issue }, model);
      const seen = { id: before.id, version: before.version - Number(step.stale) };
      const went = await wentThrough(itemLife.acts[act]?.(setting, actor, seen, step.what >> 1));
      expect({ act, from: model.state, by: actor.roles, went }).toMatchObject({ went: to !== null });
      const after = await itemLife.wholeOf(before.id);
      item.whole = after;
      if (!to) {
        expect(after).toEqual(before);
        continue;
      }
      walked.add(act);
      Object.assign(model, to);
      expect(after).toMatchObject({ state: model.state, submissions: model.submissions });
      expect(new Set(after.entries.map(({ issueId }) => issueId))).toEqual(model.issues);
      expect(after.mergedInto).toHaveLength(Number(model.merged !== null));
      expect(after.submitted).toHaveLength(model.submissions);
      expect(after.submitted.slice(0, before.submitted.length)).toEqual(before.submitted);
    }
  }
});
