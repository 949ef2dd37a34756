import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { enterOfficial, officialSchema, officialsNamed, roster, titleOn, wholeRoster } from "./roster";
import { titleHeld } from "./tenure";

onDatabase();

const entry = (given: object) => officialSchema.parse({ id: "", officeId: "", to: "", rank: 1, ...given });

/** 顾承岳 was vice chair until the spring of 2024 and has been chair since; 沈砚秋 left in 2025. */
async function entered() {
  const sysadmin = await person(["systemAdmin"]);
  const gu = { name: "顾承岳", rank: 1 };
  const id = await enterOfficial(sysadmin, entry({ ...gu, title: "副主席", from: "2020-03-01", to: "2024-04-30" }));
  await enterOfficial(sysadmin, entry({ ...gu, id, title: "主席", from: "2024-05-01" }));
  const shen = await enterOfficial(
    sysadmin,
    entry({ name: "沈砚秋", rank: 2, title: "副主席", from: "2021-01-01", to: "2025-06-30" }),
  );
  return { sysadmin, gu: id, shen };
}

describe("the roster on a day", () => {
  it.each([
    ["2019-12-31", []],
    ["2020-03-01", ["副主席顾承岳"]],
    ["2024-04-30", ["副主席顾承岳", "副主席沈砚秋"]],
    ["2024-05-01", ["主席顾承岳", "副主席沈砚秋"]],
    ["2025-07-01", ["主席顾承岳"]],
  ])("%s names %j", async (day, expected) => {
    await entered();
    const found = await roster(await person(["contributor"]));
    const titled = found.map((each) => ({ title: titleHeld(each, day), name: each.name })).filter(({ title }) => title);
    expect(titled.map(({ title, name }) => title + name)).toEqual(expected);
  });

  it("names the later title where two overlap", () => {
    const held = (title: string, from: string) => ({ title, from: new Date(from), to: null });
    const titles = [held("秘书长", "2020-01-01"), held("副主席", "2023-01-01")];
    expect(titleOn({ id: "", name: "", rank: 1, titles }, "2024-01-01")).toBe("副主席");
  });

  it("still names in a text who holds no title on that day, by rank", async () => {
    const { gu, shen } = await entered();
    const found = await officialsNamed([shen, gu], "2026-01-01");
    expect(found.map(({ name, title }) => [name, title])).toEqual([
      ["顾承岳", "主席"],
      ["沈砚秋", ""],
    ]);
    expect(await officialsNamed([], "2026-01-01")).toEqual([]);
  });
});

describe("the whole roster", () => {
  it("is kept by the system administrator: a tenure entered again is corrected, not doubled", async () => {
    const { sysadmin, shen } = await entered();
    const again = { name: "沈砚秋", rank: 2, id: shen, title: "副主席", from: "2021-01-01", to: "2025-12-31" };
    await enterOfficial(sysadmin, entry(again));
    const found = (await wholeRoster(sysadmin)).find(({ id }) => id === shen);
    expect(found?.titles).toEqual([{ title: "副主席", from: "2021-01-01", to: "2025-12-31" }]);
  });

  it("refuses a tenure that ends before it begins, and anybody else", async () => {
    const { sysadmin } = await entered();
    const turned = entry({ name: "何润生", title: "秘书长", from: "2024-01-01", to: "2023-01-01" });
    await expect(enterOfficial(sysadmin, turned)).rejects.toMatchObject({ key: "turnedRound", field: "to" });
    for (const role of ["editor", "securityAdmin", "auditor"] as const) {
      const actor = await person([role]);
      await expect(enterOfficial(actor, turned)).rejects.toMatchObject({ key: "forbidden" });
      await expect(wholeRoster(actor)).rejects.toMatchObject({ key: "forbidden" });
    }
    expect(await db.official.count()).toBe(2);
  });
});
