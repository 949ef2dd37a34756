import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { decline } from "../../desk/select";
import { onDatabase } from "../../testing/database";
import { adoptInto, issueBy } from "../../testing/issues";
import { submitted } from "../../testing/items";
import { house } from "../../testing/people";
import { coverageOf } from "./coverage";
import { statisticsFilter } from "./filter";
import { overview } from "./overview";
import { silentOffices } from "./silence";

onDatabase();

const at = (moment: string) => travel(new Date(`${moment}:00+08:00`));

describe("silent offices", () => {
  it("are those that sent nothing this week, with the weeks in a row; the house's own is not asked", async () => {
    // Monday
    at("2026-03-02T09:00");
    const people = await house();
    await submitted(people.writer, people.publication);
    await submitted(people.southWriter, people.publication, { lead: people.southLead });
    at("2026-03-19T09:00");
    await submitted(people.southWriter, people.publication, { lead: people.southLead });
    const silentAt = async (moment: string) => {
      at(moment);
      const { silent } = await overview(people.editor, statisticsFilter.parse({}));
      const named = silent.filter(({ office }) =>
        [people.north.id, people.south.id, people.secretariat.id].includes(office.id),
      );
      return named.map(({ office, weeks, since }) => [office.id, weeks, since]);
    };
    expect(await silentAt("2026-03-08T23:59")).toEqual([]);
    expect(await silentAt("2026-03-09T00:01")).toEqual([
      [people.north.id, 1, "2026-03-02"],
      [people.south.id, 1, "2026-03-02"],
    ]);
    expect(await silentAt("2026-03-20T12:00")).toEqual([[people.north.id, 2, "2026-03-02"]]);
    expect(await silentAt("2026-03-30T12:00")).toEqual([
      [people.north.id, 4, "2026-03-02"],
      [people.south.id, 2, "2026-03-19"],
    ]);
  });

  it("of a period are told apart from those that sent in vain", async () => {
    at("2026-03-02T09:00");
    const people = await house();
    const { id, version } = await submitted(people.writer, people.publication);
    await decline(people.editor, { id, version, reason: "vague", words: "" });
    at("2026-04-20T09:00");
    const of = async (query: Record<string, string>) => {
      const { selection, tallies } = await overview(
        people.editor,
        statisticsFilter.parse({ publication: "all", ...query }),
      );
      const { silent, unheard } = await silentOffices(selection, tallies);
      return { silent: silent.map(({ office }) => office.id), unheard: unheard.map((each) => each.id), all: silent };
    };
    const march = await of({ period: "month", year: "2026", part: "3" });
    expect(march.unheard).toEqual([people.north.id]);
    expect(march.silent).toContain(people.south.id);
    expect(march.silent).not.toContain(people.north.id);
    // It never sent anything: silent since anybody did.
    expect(march.all.find(({ office }) => office.id === people.south.id)).toMatchObject({ since: null, weeks: 5 });
    const april = await of({ period: "month", year: "2026", part: "4" });
    expect(april.silent).toEqual(expect.arrayContaining([people.north.id, people.south.id]));
  });
});

describe("what an issue in work lacks", () => {
  it("are offices that did not send, offices that are not in it, and empty sections", async () => {
    at("2026-03-04T09:00");
    const people = await house();
    const id = await issueBy(people.editor, people.publication);
    const lacking = async () => {
      const coverage = await coverageOf(people.editor, id);
      const ids = (rows: { id: string }[] = []) =>
        rows.map((each) => each.id).filter((each) => [people.north.id, people.south.id].includes(each));
      return [ids(coverage?.silent), ids(coverage?.unused), coverage?.sections.map(({ title }) => title)];
    };
    expect(await lacking()).toEqual([[people.north.id, people.south.id], [], ["重要活动", "领导活动"]]);
    const item = await submitted(people.writer, people.publication);
    expect(await lacking()).toEqual([[people.south.id], [people.north.id], ["重要活动", "领导活动"]]);
    await adoptInto(id, people.editor, [item]);
    expect(await lacking()).toEqual([[people.south.id], [], ["领导活动"]]);
  });
});
