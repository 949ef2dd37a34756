import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { putBack } from "../../desk/adopt";
import { distribute } from "../../post/distribute";
import { correct } from "../../press/correct";
import { onDatabase } from "../../testing/database";
import { recalled } from "../../testing/instructions";
import { adoptInto, distributed, seenIssue } from "../../testing/issues";
import { submitted } from "../../testing/items";
import { house } from "../../testing/people";
import { pointsOn, relayed, rulesOf } from "../../testing/pointsKept";
import { at, corrected, signedBy } from "../../testing/post";
import { withdrawRelay } from "../relays/relay";
import { type Award, awards } from "./awards";
import { addsUp } from "./book";
import { closePoints } from "./closing";
import { bookOf } from "./keeping";
import { factsBetween } from "./reading";

onDatabase();

const year = { from: "2026-01-01", to: "2026-12-31" };
const entryOf = async (issueId: string) => (await db.entry.findFirstOrThrow({ where: { issueId } })).id;

describe("the facts of a year", () => {
  it("are enough for its awards where all adds up: also what was printed before and ended, or became known, in it", async () => {
    travel(at("2025-03-10", "10:00"));
    const people = await house();
    const { editor, writer, publication } = people;
    const { levelIds } = await pointsOn(people, { from: "2025-01-01" });
    const level = (which: number) => ({ levelId: levelIds[which] ?? "" });
    const quiet = await distributed(people);
    const [toRecall, toDrop, toCorrect] = [
      await distributed(people),
      await distributed(people),
      await distributed(people),
    ];
    travel(at("2025-09-10", "10:00"));
    const again = await corrected(people, toCorrect);
    const known = await relayed(editor, await entryOf(toRecall), {
      ...level(0),
      on: "2025-04-01",
      adoptedOn: "2025-05-01",
    });
    travel(at("2026-02-10", "10:00"));
    await closePoints(editor, { through: "2025-12-31" });
    await recalled(people, toRecall);
    await recalled(people, again);
    await withdrawRelay(editor, { id: known, version: 1, reason: "误登" });
    await relayed(editor, await entryOf(quiet), { ...level(1), on: "2025-06-01" });
    const edition = await correct(editor, { id: toDrop, reason: "换稿" });
    await putBack(editor, await entryOf(edition));
    await adoptInto(edition, editor, [await submitted(writer, publication)]);
    await signedBy(people, edition);
    await distribute(editor, await seenIssue(edition));
    await distributed(people);

    const book = await bookOf();
    expect(addsUp(book, year.to)).toBe(true);
    const within = (all: Award[]) =>
      all
        .filter(({ day }) => day >= year.from && day <= year.to)
        .map(({ id, officeId, day, ownDay, points, step }) => ({ id, officeId, day, ownDay, points, step }));
    const [narrow, whole] = [await factsBetween(year.from, year.to), await factsBetween("2025-01-01", year.to)];
    expect(within(awards(narrow, book))).toEqual(within(awards(whole, book)));
    expect(
      within(awards(narrow, book))
        .map(({ step, points }) => [step, points])
        .sort(),
    ).toEqual([
      ["given", 200],
      ["given", 300],
      ["given", 300],
      ...[-200, -300, -300, -300, -500].map((points) => ["taken", points]),
    ]);
    // Each year has its own: the next one reads nothing of this.
    expect((await factsBetween("2027-01-01", "2027-12-31")).uses).toEqual([]);
    expect(narrow.uses.length).toBeLessThanOrEqual(whole.uses.length);
  });

  it("are not where only the highest counts, or an instruction gives a bonus", () => {
    const sets = (...given: object[]) =>
      given.map((each, index) => ({ id: `${index}`, from: `202${5 + index}-01-01`, rules: rulesOf(typed(each)) }));
    const bookOfSets = (...given: object[]) => ({ sets: sets(...given), spans: [], closings: [] });
    expect(addsUp(bookOfSets({}), "2026-12-31")).toBe(true);
    expect(addsUp(bookOfSets({ repeat: "highest" }, {}), "2026-12-31")).toBe(false);
    expect(addsUp(bookOfSets({}, { repeat: "highest" }), "2025-12-31")).toBe(true);
    expect(addsUp(bookOfSets({ instructions: { own: "2", levels: {} } }), "2025-12-31")).toBe(false);
  });
});

function typed(given: object) {
  return {
    ...{ rows: [], instructions: { own: "0", levels: {} }, merge: { how: "split", fixed: "" } },
    ...{ repeat: "sum", groups: [], ranked: false, ...given },
  };
}
