import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { addDays, momentOf, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import {
  answered,
  forwarded,
  given,
  type Led,
  led,
  outOfTwo,
  seenInstruction,
  sentence,
} from "../testing/instructions";
import { publication } from "../testing/publications";
import { close } from "./forwarding";
import { isOverdue, register, registerExport, registerFilter } from "./register";
import { drawingOf, nothingDrawn } from "./strokes";

onDatabase();

let people: Led;
let issueId: string;
let north: string;
/** Six days, one instruction each at noon: 一 and 二 are closed, 三 answered, 四 forwarded, 五 and 六 given. */
let first: string;

beforeEach(async () => {
  people = await led();
  first = today();
  ({ issueId, north } = await outOfTwo(people));
  const { leader, leader2, editor, third, south, southWriter } = people;
  const ids: string[] = [];
  for (const [at, text] of [..."一二三四五六"].entries()) {
    travel(momentOf(addDays(first, at + 1), "12:00"));
    ids.push(await given(at % 2 ? leader2 : leader, issueId, { text, entryId: at ? north : null }));
  }
  const [one = "", two = "", three = "", four = ""] = ids;
  await forwarded(editor, three, [south.id]);
  await answered(southWriter, three);
  await forwarded(editor, four, [south.id, third.officeId], addDays(today(), 1));
  for (const id of [one, two]) {
    travel(momentOf(addDays(first, 9), id === one ? "12:01" : "11:59"));
    await close(editor, { ...(await seenInstruction(id)), closing: "办结。" });
  }
  travel(momentOf(addDays(first, 10), "00:00"));
});

/** The texts of the rows in their order; the export has the same rows. */
async function texts(filter: Record<string, unknown>, actor = people.editor): Promise<string> {
  const parsed = registerFilter.parse(filter);
  const { rows } = await register(actor, parsed);
  expect(await registerExport(actor, parsed)).toEqual(rows);
  return rows.map(({ text }) => text).join("");
}

describe("the register", () => {
  it.each([
    [{}, "三四五六"],
    [{ view: "nonsense" }, "三四五六"],
    [{ view: "given" }, "五六"],
    [{ view: "forwarded" }, "四"],
    [{ view: "answered" }, "三"],
    [{ view: "closed" }, "二一"],
    [{ view: "all" }, "六五四三二一"],
  ])("with %j has the open ones that are open longest first, the closed ones latest first", async (filter, found) => {
    expect(await texts(filter)).toBe(found);
  });

  it("is filtered by leader, office and publication, each or all together", async () => {
    const other = { ...people, publication: await publication({ readers: [people.leader] }) };
    await given(people.leader, (await outOfTwo(other)).issueId, { text: "另" });
    const [leader, office] = [people.leader2.id, people.third.officeId];
    expect(await texts({ view: "all", leader })).toBe("六四二");
    expect(await texts({ view: "all", office })).toBe("四");
    expect(await texts({ view: "all", office: people.south.id })).toBe("四三");
    expect(await texts({ publication: other.publication.id })).toBe("另");
    expect(await texts({ publication: people.publication.id })).toBe("三四五六");
    expect(await texts({ leader: people.leader.id, office })).toBe("");
    expect(await texts({ leader, office, publication: people.publication.id, view: "forwarded" })).toBe("四");
    expect(await texts({ leader: randomUUID() })).toBe("");
    expect(await texts({ leader: "nonsense", from: "2026-02-30" })).toBe("三四五六另");
  });

  it("is filtered by days, from midnight to midnight where the office is", async () => {
    const day = (at: number) => addDays(first, at);
    expect(await texts({ view: "all", from: day(5) })).toBe("六五");
    expect(await texts({ view: "all", to: day(2) })).toBe("二一");
    expect(await texts({ view: "all", from: day(3), to: day(3) })).toBe("三");
    expect(await texts({ view: "all", from: day(4), to: day(3) })).toBe("");
    for (const [text, moment] of [
      ["晨", momentOf(day(20), "00:00")],
      ["夜", new Date(momentOf(day(21), "00:00").getTime() - 1)],
      ["次", momentOf(day(21), "00:00")],
    ] as const)
      await db.instruction.update({
        where: { id: await given(people.leader, issueId, { text }) },
        data: { givenAt: moment },
      });
    expect(await texts({ from: day(20), to: day(20) })).toBe("晨夜");
  });

  it("counts each view under the filters that are set, whichever is open", async () => {
    const counts = async (filter: object) => (await register(people.editor, registerFilter.parse(filter))).counts;
    const all = { open: 4, given: 2, forwarded: 1, answered: 1, closed: 2, all: 6 };
    for (const view of ["open", "closed"]) expect(await counts({ view })).toEqual(all);
    expect(await counts({ leader: people.leader2.id })).toEqual({
      ...{ open: 2, given: 1, forwarded: 1, answered: 0, closed: 1, all: 3 },
    });
  });

  it("says for how many whole days each is open, or was", async () => {
    const { rows } = await register(people.editor, registerFilter.parse({ view: "all" }));
    // The first from noon of day 1 to just after noon of day 9, the second to just before it.
    expect(rows.map(({ text, days }) => `${text}${days}`)).toEqual(["六3", "五4", "四5", "三6", "二6", "一8"]);
  });

  it("has fifty rows a page, each in one of them; the spreadsheet has all", async () => {
    const base = { issueId, leaderId: people.leader.id, leaderName: people.leader.name, updatedAt: now() };
    const more = Array.from({ length: 97 }, () => ({ ...base, givenAt: now(), drawing: nothingDrawn }));
    await db.instruction.createMany({ data: more });
    const page = (number: number) => register(people.editor, registerFilter.parse({ page: number }));
    const pages = [await page(1), await page(2), await page(3), await page(4)];
    expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 1, 0]);
    expect(pages.map((each) => each.pages)).toEqual([3, 3, 3, 3]);
    const all = await registerExport(people.editor, registerFilter.parse({}));
    expect(pages.flatMap(({ rows }) => rows)).toEqual(all);
    expect(new Set(all.map(({ id }) => id)).size).toBe(101);
    for (const nonsense of ["0", "-1", "x", "10001", "1.5"])
      expect(registerFilter.parse({ page: nonsense }).page).toBe(1);
  });

  it("says what each is about, whether it is drawn, and which answers are late", async () => {
    const drawing = drawingOf([[1, 1, 1]]);
    await given(people.leader, issueId, { text: "", entryId: north, quote: sentence, drawing });
    const rows = (await register(people.editor, registerFilter.parse({ view: "all" }))).rows;
    const about = Object.fromEntries(rows.map((row) => [row.text, [row.about, row.byHand]]));
    expect(about).toMatchObject({ "": [sentence, true], 一: ["", false], 二: ["调研组到北岭县走访", false] });
    const late = rows.find(({ text }) => text === "四")?.forwards.map(isOverdue);
    expect(late).toEqual([true, true]);
    const due = { answeredAt: null, dueOn: today() };
    expect([due, { ...due, dueOn: null }, { answeredAt: now(), dueOn: "2020-01-01" }].map(isOverdue)).toEqual([
      ...[false, false, false],
    ]);
  });
});
