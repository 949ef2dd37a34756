import { describe, expect, it } from "vitest";
import { today } from "@/lib/dates";
import { db } from "@/lib/db";
import { merge } from "../../desk/merge";
import { distribute } from "../../post/distribute";
import { onDatabase } from "../../testing/database";
import { compiled, seenIssue } from "../../testing/issues";
import { submitted } from "../../testing/items";
import { type House, house } from "../../testing/people";
import { pointsOn, relayed } from "../../testing/pointsKept";
import { signedBy } from "../../testing/post";
import { periodOf } from "./period";
import { awardsOf, pointsOf } from "./table";

onDatabase();

/** A story of the north and one of the south, printed as one. */
async function mergedOut(people: House): Promise<string> {
  const { editor, publication, southWriter, southLead: lead } = people;
  const issueId = await compiled(people);
  const { id: entryId } = await db.entry.findFirstOrThrow({ where: { issueId } });
  const south = await submitted(southWriter, publication, { lead });
  await merge(editor, { itemId: south.id, version: south.version, entryId });
  await signedBy(people, issueId);
  await distribute(editor, await seenIssue(issueId));
  return entryId;
}

describe("a merged entry", () => {
  it.each([
    { merge: { how: "full", fixed: "" }, share: 300, above: 200 },
    { merge: { how: "split", fixed: "" }, share: 150, above: 100 },
    { merge: { how: "fixed", fixed: "0.8" }, share: 80, above: 80 },
  ])("gives $merge.how to each of its offices, printed and relayed", async ({ merge: how, share, above }) => {
    const people = await house();
    const { levelIds } = await pointsOn(people, { rules: { merge: how } });
    const entryId = await mergedOut(people);
    const period = periodOf(today().slice(0, 4));
    const told = async () => {
      const { tables } = await pointsOf(people.editor, period);
      const lines = tables.flatMap(({ lines: all }) => all).filter(({ adopted }) => adopted);
      return new Map(lines.map(({ id, sent, adopted, automatic }) => [id, [sent, adopted, automatic]]));
    };
    const both = (points: number) => new Map([people.north, people.south].map(({ id }) => [id, [1, 1, points]]));
    expect(await told()).toEqual(both(share));
    await relayed(people.editor, entryId, { levelId: levelIds[0] ?? "" });
    expect(await told()).toEqual(both(share + above));
    const { awards } = await awardsOf(people.southWriter, people.south.id, period);
    expect(awards.map(({ what, points }) => [what, points])).toEqual([
      ["printed", share],
      ["relayed", above],
    ]);
    expect(awards[0]).toMatchObject({ rule: { parts: 2, gross: 300, merge: how.how, share } });
    // The same entry cannot be relayed once more for the other office.
    const again = relayed(people.editor, entryId, { levelId: levelIds[0] ?? "" });
    await expect(again).rejects.toMatchObject({ key: "relayTwice" });
  });
});
