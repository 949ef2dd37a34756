import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { recall } from "../../press/recall";
import { onDatabase } from "../../testing/database";
import { distributed, seenIssue } from "../../testing/issues";
import { submitted } from "../../testing/items";
import { type House, house } from "../../testing/people";
import { corrected } from "../../testing/post";
import { issuesOut, lastDayOut } from "./issuesOut";
import { absentTopics } from "./topics";

onDatabase();

const at = (moment: string) => travel(new Date(`${moment}:00+08:00`));

describe("the day on which the last number went out", () => {
  it("is that of its first edition, whatever is corrected later, and not of one that was recalled", async () => {
    at("2026-03-02T10:00");
    const people = await house();
    const { id: publicationId } = people.publication;
    const last = async () => {
      const day = await lastDayOut(publicationId);
      expect(day).toBe((await issuesOut(publicationId)).at(-1)?.day ?? null);
      return day;
    };
    expect(await last()).toBeNull();
    const first = await distributed(people);
    expect(await last()).toBe("2026-03-02");
    at("2026-03-09T10:00");
    const second = await distributed(people);
    at("2026-03-16T10:00");
    await corrected(people, first);
    expect(await last()).toBe("2026-03-09");
    await recall(people.signer, { ...(await seenIssue(second)), reason: "有误" });
    expect(await last()).toBe("2026-03-02");
  });
});

describe("subjects of recent issues", () => {
  const issueAbout = async (people: House, headline: string) =>
    distributed(people, { items: [await submitted(people.writer, people.publication, { headline: [headline] })] });

  it("are those met in three of them and in none of these headlines; one more that goes out counts at once", async () => {
    const people = await house();
    const absent = (headlines: string[]) => absentTopics(people.publication.id, headlines);
    await issueAbout(people, "水库清淤工程开工");
    await issueAbout(people, "水库清淤工程过半");
    expect(await absent([])).not.toContain("水库");
    await issueAbout(people, "水库清淤工程验收");
    expect(await absent([])).toContain("水库");
    expect(await absent(["南山县水库蓄水"])).not.toContain("水库");
    expect(await absent([])).toContain("水库");
  });
});
