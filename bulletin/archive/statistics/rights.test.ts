import { describe, expect, it } from "vitest";
import type { Role } from "@/generated/prisma/enums";
import { db } from "@/lib/db";
import { placesOf } from "../../places";
import { onDatabase } from "../../testing/database";
import { distributed, issueBy } from "../../testing/issues";
import { submitted } from "../../testing/items";
import { house, person } from "../../testing/people";
import { coverageOf } from "./coverage";
import { exportOf } from "./export";
import { statisticsFilter } from "./filter";
import { listFilter, listOf } from "./list";
import { noticeFor } from "./notice";
import { overview } from "./overview";

onDatabase();

const year = { publication: "all", period: "year" };
const filter = statisticsFilter.parse(year);

describe("who sees statistics", () => {
  it("the secretariat all offices, an office itself, nobody else anything", async () => {
    const people = await house();
    await submitted(people.writer, people.publication);
    await submitted(people.southWriter, people.publication, { lead: people.southLead });
    const roles: [Role, "all" | "own" | "none"][] = [
      ["editor", "all"],
      ["reviewer", "all"],
      ["signer", "all"],
      ["contributor", "own"],
      ["officeLead", "own"],
      ["reader", "none"],
      ["systemAdmin", "none"],
      ["securityAdmin", "none"],
      ["auditor", "none"],
    ];
    for (const [role, sight] of roles) {
      const actor = await person([role], { office: people.north });
      expect([role, placesOf(actor).includes("stats")]).toEqual([role, sight !== "none"]);
      if (sight === "none") {
        for (const closed of [
          () => overview(actor, filter),
          () => listOf(actor, listFilter.parse(year)),
          () => exportOf(actor, filter),
          () => noticeFor(actor, filter),
        ])
          await expect(closed()).rejects.toMatchObject({ isTrespass: true });
        continue;
      }
      const { total, offices, selection } = await overview(actor, filter);
      expect([role, total.sent]).toEqual([role, sight === "all" ? 2 : 1]);
      expect(selection.whole).toBe(sight === "all");
      if (sight === "own") expect(offices.map(({ id }) => id)).toEqual([people.north.id]);
    }
  });

  it("an office that asks for another finds nothing, whatever it asks", async () => {
    const people = await house();
    await submitted(people.southWriter, people.publication, { lead: people.southLead });
    for (const query of [{ office: people.south.id }, { officeKind: "county" }, {}])
      expect(await listOf(people.writer, listFilter.parse({ ...year, ...query }))).toMatchObject({
        count: 0,
        rows: [],
      });
    const { details, total } = await exportOf(people.writer, statisticsFilter.parse({ ...year, officeKind: "county" }));
    expect([details.length, total.sent]).toEqual([0, 0]);
    await expect(noticeFor(people.writer, filter)).rejects.toMatchObject({ key: "forbidden" });
  });

  it("a reviewer counts what waits at the desk and does not read it", async () => {
    const people = await house();
    const item = await submitted(people.writer, people.publication);
    const asked = listFilter.parse(year);
    expect((await listOf(people.editor, asked)).rows).toMatchObject([{ id: item.id, isSeen: true }]);
    expect((await listOf(people.reviewer, asked)).rows).toMatchObject([{ id: item.id, isSeen: false, title: null }]);
    await distributed(people, { items: [item] });
    const { rows } = await listOf(people.reviewer, asked);
    expect(rows).toMatchObject([{ isSeen: true, title: "调研组到北岭县走访", printings: [{ isSeen: true }] }]);
  });

  it("what an issue lacks is told to the secretariat alone", async () => {
    const people = await house();
    const id = await issueBy(people.editor, people.publication);
    expect(await coverageOf(people.reviewer, id)).toMatchObject({ mayAdopt: false });
    for (const actor of [people.writer, people.leader])
      await expect(coverageOf(actor, id)).rejects.toMatchObject({ key: "missing" });
  });

  it("what leaves as a file is entered in the record", async () => {
    const people = await house();
    await exportOf(people.writer, filter);
    await noticeFor(people.signer, filter);
    const events = await db.event.findMany({ where: { act: "download" }, orderBy: { id: "asc" } });
    expect(events.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [people.writer.id, { format: "statistics" }],
      [people.signer.id, { format: "statisticsNotice" }],
    ]);
  });
});
