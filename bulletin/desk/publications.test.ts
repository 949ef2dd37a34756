import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { approve, requestReview } from "../press/review";
import { signOff } from "../press/signOff";
import { onDatabase } from "../testing/database";
import { approved, compiled, issueOf, seenIssue, signed } from "../testing/issues";
import { type House, house } from "../testing/people";
import { asPageForm } from "./pageSettings";
import { enterPublication, publicationSchema, publicationsWhole } from "./publications";

onDatabase();

async function changed(people: House, given: object): Promise<void> {
  const { id, name, region, issuer, marking, layout, runningTotal, page, imprint, sections } = people.publication;
  const titles = sections.map(({ title, style }) => ({ title, style }));
  const form = { id, name, region, issuer, marking, layout, runningTotal, page: asPageForm(page), sections: titles };
  const [seen = ""] = (await publicationsWhole(people.editor)).flatMap((each) => (each.id === id ? each.stamp : []));
  await enterPublication(people.editor, { ...form, seen, ...(imprint as object), ...given } as never);
}

describe("the sections of a publication", () => {
  it("hold briefs where the line says so, in the words of either language", () => {
    const typed = "重要会议\n区县工作（简讯）\n专委会工作 (brief)\n";
    expect(publicationSchema.shape.sections.parse(typed)).toEqual([
      { title: "重要会议", style: "story" },
      { title: "区县工作", style: "brief" },
      { title: "专委会工作", style: "brief" },
    ]);
  });
});

describe("a change of a publication", () => {
  it("that its pages show makes a new version of its issues in work, and an approval no longer holds", async () => {
    const people = await house();
    const id = await approved(people);
    const seen = await seenIssue(id);
    await changed(people, { issuer: "云川市政协研究室" });
    const issue = await issueOf(id);
    expect(issue).toMatchObject({ state: "compiling", version: seen.version + 1, approvedById: null });
    await expect(signOff(people.signer, seen)).rejects.toMatchObject({ stale: { version: issue.version } });
    expect(await db.event.count({ where: { act: "voidApproval", issueId: id } })).toBe(1);
  });

  it("that its pages do not show leaves them alone", async () => {
    const people = await house();
    const id = await approved(people);
    const { version } = await issueOf(id);
    await changed(people, { phone: "0800-5523002" });
    expect(await issueOf(id)).toMatchObject({ state: "approved", version });
  });

  it("filled in before another one is refused, and says whose that was", async () => {
    const people = await house();
    const [seen] = await publicationsWhole(people.editor);
    await changed(people, { region: "云川" });
    await expect(changed(people, { region: "东川", seen: seen?.stamp })).rejects.toMatchObject({
      key: "changedMeanwhile",
      stale: { by: people.editor.name },
    });
    await changed(people, { region: "" });
  });

  it("in review is told to its reviewer with the name of who made it, who then is one of its compilers", async () => {
    const people = await house();
    const id = await compiled(people);
    await requestReview(people.editor, await seenIssue(id));
    const seen = await seenIssue(id);
    await changed(people, { issuer: "云川市政协研究室" });
    await expect(approve(people.reviewer, seen)).rejects.toMatchObject({ stale: { by: people.editor.name } });
    expect((await issueOf(id)).compilerIds).toContain(people.editor.id);
  });

  it("that only sets a target, or what another layout would print, voids nothing", async () => {
    const people = await house();
    const id = await approved(people);
    await changed(people, { page: { ...asPageForm(people.publication.page), pageTarget: 2, slogan: "口号" } });
    expect((await issueOf(id)).state).toBe("approved");
    await changed(people, { runningTotal: true });
    expect((await issueOf(id)).state).toBe("compiling");
  });

  it("leaves what was signed as it was", async () => {
    const people = await house();
    const id = await signed(people);
    const before = await issueOf(id);
    await changed(people, { name: "云川简报" });
    expect(await issueOf(id)).toEqual(before);
  });
});
