import { describe, expect, it, vi } from "vitest";
import { onDatabase } from "@/bulletin/testing/database";
import { person } from "@/bulletin/testing/people";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { GET } from "./route";

// At the edges of Next, where there is no request: who is signed in is said here, a sentence is its key.
const { session } = vi.hoisted(() => ({ session: { actor: null as Actor | null } }));
vi.mock("@/lib/session", () => ({ currentActor: async () => session.actor }));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => false }),
  getLocale: async () => "zh-CN",
}));

onDatabase();

describe("the record as a file", () => {
  it("says when something was done by year, month, day, hour, minute and second of the office", async () => {
    session.actor = await person(["auditor"]);
    const at = new Date("2025-12-31T16:00:07.500Z");
    await db.event.create({ data: { at, act: "probe", detail: {} } });
    const answer = await GET(new Request("http://127.0.0.1/admin/record/export?act=probe"));
    const [head, line] = (await answer.text()).split("\r\n");
    expect(head).toContain("columns.at");
    expect(line?.split(",")[1]).toBe("2026-01-01 00:00:07");
  });
});
