import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { isSecretariat } from "./policy";
import { answerFileFor } from "./post/answerFiles";
import { instructionOf } from "./post/instructionOf";
import { instructionsOn } from "./post/instructions";
import { register, registerExport, registerFilter } from "./post/register";
import { onDatabase } from "./testing/database";
import { type Cell, everybody, everyState, issueStates, type Sight, seenOf, shown } from "./testing/instructionSight";
import { type Led, led, sentence } from "./testing/instructions";

onDatabase();

let people: Led;
let world: Awaited<ReturnType<typeof everyState>>;
let everyone: Awaited<ReturnType<typeof everybody>>;
let nameOf: (officeId: string) => string;

beforeEach(async () => {
  people = await led();
  world = await everyState(people);
  everyone = await everybody(people);
  const names = new Map([
    [people.south.id, "south"],
    [people.third.officeId, "third"],
  ]);
  nameOf = (officeId) => names.get(officeId) ?? "unknown";
});

type Forwards = {
  officeId: string;
  words: string;
  answers: { text: string; files: { name: string }[] }[];
}[];

const said = (forwards: Forwards) =>
  forwards
    .map(({ officeId, words, answers }) => {
      const texts = answers.map(({ text, files }) => `${text}+${files.map(({ name }) => name).join("+")}`);
      return `${nameOf(officeId)} ${words} ${texts.join()}`;
    })
    .sort();

/** Asks for each person and each instruction, and compares all answers at once: a difference names its cells. */
async function expectCells(
  expected: (actor: Actor, sight: Sight, cell: Cell) => unknown,
  actual: (actor: Actor, cell: Cell) => Promise<unknown>,
): Promise<void> {
  const [should, does]: [string[], string[]] = [[], []];
  for (const [kind, { actor, sight }] of Object.entries(everyone))
    for (const cell of world.cells) {
      const name = `${kind} on ${cell.on}, ${cell.state}: `;
      should.push(name + JSON.stringify(expected(actor, sight, cell)));
      does.push(name + JSON.stringify(await actual(actor, cell)));
    }
  expect(does).toEqual(should);
  expect(should).toHaveLength(21 * 15);
}

const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error) => {
    if (error.key === "missing") return null;
    throw error;
  });

describe("of an instruction everybody sees exactly what the table says", () => {
  it("on its own page; the text it was written on as long as the issue is out, the secretariat always", async () => {
    await expectCells(
      (actor, sight, { on, state }) => {
        const forwards = shown(sight, state);
        if (!forwards) return null;
        const isShown = isSecretariat(actor) || on === "distributed";
        const own = sight.office === "third" && state === "forwarded" ? ["三.pdf"] : [];
        return [forwards, isShown ? sentence : "", isShown, own];
      },
      async (actor, { id }) => {
        const seen = await orNull(instructionOf(actor, id));
        if (!seen) return null;
        const unsent = seen.forwards.flatMap((each) => each.unsent.map(({ name }) => name));
        return [said(seen.forwards), seen.quote, JSON.stringify(seen).includes(sentence), unsent];
      },
    );
  });

  it("beside the issue; of a recalled one nobody but the secretariat is shown a sentence", async () => {
    await expectCells(
      (actor, sight, { on, state }) => {
        const forwards = shown(sight, state);
        return forwards && [forwards, isSecretariat(actor) || on !== "recalled" ? sentence : ""];
      },
      async (actor, { on, id }) => {
        const row = (await instructionsOn(actor, world.issues[on] ?? "")).find((each) => each.id === id);
        return row ? [said(row.forwards), row.quote] : null;
      },
    );
  });

  it("in the register and the spreadsheet; of a recalled issue neither repeats a sentence", async () => {
    const filter = registerFilter.parse({ view: "all" });
    const shortName = new Map((await db.office.findMany()).map(({ id, shortName }) => [shortName, id]));
    const rows = new Map<Actor, Awaited<ReturnType<typeof registerExport>>>();
    for (const { actor } of Object.values(everyone)) {
      rows.set(actor, await registerExport(actor, filter));
      expect((await register(actor, filter)).rows).toEqual(rows.get(actor));
    }
    await expectCells(
      (_, sight, { on, state }) => {
        const offices = seenOf(sight, state);
        return offices && [offices, on === "recalled" ? "" : sentence, on !== "recalled"];
      },
      async (actor, { id }) => {
        const row = rows.get(actor)?.find((each) => each.id === id);
        if (!row) return null;
        const offices = row.forwards.map(({ office }) => nameOf(shortName.get(office.shortName) ?? ""));
        return [offices.sort(), row.about, JSON.stringify(row).includes(sentence)];
      },
    );
  });

  it("in the files of answers; one that is not sent yet is its office's alone", async () => {
    const files = await db.answerFile.findMany({ include: { forward: true } });
    expect(files).toHaveLength(3 * issueStates.length * 2);
    const of = (cell: Cell) => files.filter(({ forward }) => forward.instructionId === cell.id);
    await expectCells(
      (_, sight, cell) =>
        of(cell).map(({ forward, answerId }) => {
          const home = nameOf(forward.officeId) as "south" | "third";
          const isSeen = seenOf(sight, cell.state)?.includes(home) ?? false;
          return isSeen && (answerId !== null || sight.office === home);
        }),
      (actor, cell) => Promise.all(of(cell).map(async ({ id }) => (await orNull(answerFileFor(actor, id))) !== null)),
    );
  });
});
