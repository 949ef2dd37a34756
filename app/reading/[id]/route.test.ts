import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { cookies } from "@/app/testing/cookies";
import { onDatabase } from "@/bulletin/testing/database";
import { distributed } from "@/bulletin/testing/issues";
import { house, official } from "@/bulletin/testing/people";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { Namespace } from "@/lib/say";
import zh from "@/messages/zh-CN";
import { POST } from "./route";

// At the edges of Next, where there is no request: the cookies are those of the person at hand.
vi.mock("next/headers", async () => (await import("@/app/testing/cookies")).nextHeaders);
vi.mock("next-intl/server", () => ({
  // Asked for only then: it asks for this module itself.
  getTranslations: async (namespace: Namespace) => (await import("@/lib/say")).sayIn("zh-CN", namespace),
  getLocale: async () => "zh-CN",
  getRequestConfig: (made: unknown) => made,
}));

onDatabase();

let [leader, id, entryId] = [null as Actor | null, "", ""];
beforeEach(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of thirty-two characters");
  cookies.clear();
  const all = await house();
  leader = all.leader;
  await db.account.update({ where: { id: all.leader.id }, data: { officialId: await official("林港", 1) } });
  id = await distributed(all);
  entryId = (await db.entry.findFirstOrThrow({ where: { section: { issueId: id } } })).id;
});

async function signIn(): Promise<void> {
  const session = await db.session.create({ data: { accountId: leader?.id ?? "", createdAt: now() } });
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  cookies.set("next-auth.session-token", await encode({ token: { sessionId: session.id }, secret }));
}

/** What a browser without scripts is answered. */
async function sent(fields: Record<string, string>): Promise<{ status: number; page: string }> {
  const headers = { host: "bianfa.example", "sec-fetch-site": "same-origin" };
  const body = new URLSearchParams({ id, of: "", quote: "", ...fields });
  const answer = await POST(new Request(`https://bianfa.example/reading/${id}`, { method: "POST", body, headers }));
  return { status: answer.status, page: await answer.text() };
}

const box = (text: string) => `>\n${text}</textarea>`;

describe("an instruction that is written without scripts and refused", () => {
  it("stands in its form again under the sentence, on the story that was chosen, and is taken once it fits", async () => {
    await signIn();
    const text = `\n<请>${"研".repeat(500)}`;
    const { status, page } = await sent({ act: "instruct", entryId, text });
    expect(status).toBe(422);
    expect(page).toMatch(/<h1[^>]*>[^<]*500/);
    expect(page).toContain(box(text.replace("<", "&#60;").replace(">", "&#62;")));
    expect(page).toContain(`<option value="${entryId}" selected>`);
    expect(page).not.toContain("文字仍在本页");
    expect(await sent({ act: "instruct", entryId, text: "请研究。" })).toMatchObject({ status: 303, page: "" });
    expect(await db.instruction.findMany()).toMatchObject([{ text: "请研究。", entryId }]);
  });

  it("of somebody signed out stands there with the way to sign in beside it, and nothing of the issue", async () => {
    const { status, page } = await sent({ act: "instruct", entryId, text: "请研究。" });
    expect(status).toBe(422);
    expect(page).toContain(zh.refusals.signedOut);
    expect(page).toContain(box("请研究。"));
    expect(page).toContain(`name="entryId" value="${entryId}"`);
    expect(page).toMatch(/<a href="\/sign-in" target="_blank"/);
    expect(page).not.toContain("<option");
    expect(await db.instruction.count()).toBe(0);
  });

  it("is shown again where the issue is none of theirs, or no issue at all", async () => {
    await signIn();
    for (const strange of ["nonsense", "019ab000-0000-7000-8000-000000000000"]) {
      const { status, page } = await sent({ act: "instruct", id: strange, entryId: "", text: "请研究。" });
      expect([status, page.includes(box("请研究。"))]).toEqual([422, true]);
    }
  });
});

it("who is signed out while acknowledging is not told of a text that there is not", async () => {
  const { status, page } = await sent({ act: "acknowledge" });
  expect(status).toBe(422);
  expect(page).toContain(zh.error.signedOut);
  expect(page).not.toContain("文字仍在本页");
  expect(page).toContain('<a href="/sign-in"');
});
