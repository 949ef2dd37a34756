import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { signOff } from "../press/signOff";
import { onDatabase } from "../testing/database";
import { approved, issueOf, seenIssue, signed } from "../testing/issues";
import { house, type House } from "../testing/people";
import { asPageForm } from "./pageSettings";
import { enterPublication } from "./publications";

onDatabase();

async function changed(people: House, given: object): Promise<void> {
  const { id, name, region, issuer, marking, layout, runningTotal, page, imprint, sections } = people.publication;
  const titles = sections.map(({ title, style }) => ({ title, style }));
  const form = { id, name, region, issuer, marking, layout, runningTotal, page: asPageForm(page), sections: titles };
  await enterPublication(people.editor, { ...form, ...(imprint as object), ...given } as never);
}

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

  it("leaves what was signed as it was", async () => {
    const people = await house();
    const id = await signed(people);
    const before = await issueOf(id);
    await changed(people, { name: "云川简报" });
    expect(await issueOf(id)).toEqual(before);
  });
});
