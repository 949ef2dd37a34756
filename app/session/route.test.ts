import { beforeEach, describe, expect, it, vi } from "vitest";
import { onDatabase } from "@/bulletin/testing/database";
import { POST } from "./route";

// At the edges of Next, where there is no request: what is set is noted.
const { set } = vi.hoisted(() => ({ set: new Map<string, string>() }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: () => undefined,
    getAll: () => [{ name: "next-auth.session-token", value: "x" }],
    set: (name: string, value: string) => set.set(name, value),
  }),
}));

onDatabase();
beforeEach(() => set.clear());

const own = "https://bianfa.example";

function post(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams(fields);
  const sent = { host: "bianfa.example", "sec-fetch-site": "same-origin", ...headers };
  return POST(new Request(`${own}/session`, { method: "POST", body, headers: sent }));
}

describe("what concerns one's own session and browser", () => {
  it("leads back to the page on which the form stood, and never to another host", async () => {
    const backFrom = async (referer: string) =>
      (await post({ act: "language", language: "en" }, { referer })).headers.get("location");
    expect(await backFrom(`${own}/desk?view=week`)).toBe("/desk?view=week");
    expect(await backFrom(`${own}//elsewhere.example/x`)).toBe("/elsewhere.example/x");
    expect(await backFrom(`${own}/\\elsewhere.example`)).toBe("/elsewhere.example");
    expect(await backFrom("nonsense")).toBe("/");
    expect(set.get("bianfa-language")).toBe("en");
  });

  it("takes no language that there is not, and no act", async () => {
    await post({ act: "language", language: "<script>" });
    expect((await post({ act: "toString" })).status).toBe(422);
    expect((await post({})).status).toBe(422);
    expect(set.size).toBe(0);
  });

  it("ends nothing from another page", async () => {
    const elsewhere: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "", origin: "https://elsewhere.example" },
    ];
    for (const headers of elsewhere) expect((await post({ act: "signOut" }, headers)).status).toBe(404);
    expect(set.size).toBe(0);
    expect((await post({ act: "signOut" })).status).toBe(303);
    expect(set.get("next-auth.session-token")).toBe("");
  });

  it("tells scripts instead of leading them", async () => {
    const told = await post({ act: "language", language: "zh-CN" }, { accept: "application/json" });
    expect(await told.json()).toEqual({ ok: true, value: null });
    const refused = await post({ act: "nothing" }, { accept: "application/json" });
    expect(await refused.json()).toMatchObject({ ok: false, sentence: expect.any(String) });
  });
});
