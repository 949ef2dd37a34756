import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { hashPassword } from "@/bulletin/people/password";
import { signIn } from "@/bulletin/people/signIn";
import { requestReview } from "@/bulletin/press/review";
import { onDatabase } from "@/bulletin/testing/database";
import { compiled, seenIssue } from "@/bulletin/testing/issues";
import { house, person } from "@/bulletin/testing/people";
import { action, openAction } from "@/lib/action";
import type { Actor } from "@/lib/actor";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { asking, downloading, reading, taking } from "@/lib/handler";
import { forbidden, missing, Refusal, refusalsOfRight } from "@/lib/refusal";
import { recordRefusal } from "@/lib/refused";
import { requireSight, seen } from "@/lib/sight";
import en from "@/messages/en";
import zh from "@/messages/zh-CN";
import { approveAction } from "./(work)/issues/actions";

/** Who asks, and what Next would have run once the answer had gone. */
const request = vi.hoisted(() => ({ actor: null as Actor | null, after: [] as Promise<unknown>[] }));
vi.mock("@/lib/session", () => ({ currentActor: async () => request.actor }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-bianfa-path": "/issues/1" }) }));
vi.mock("next/server", () => ({ after: (run: () => Promise<unknown>) => request.after.push(run()) }));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => (key: string) => key,
  getLocale: async () => "zh-CN",
}));

onDatabase();
beforeEach(async () => {
  request.after.length = 0;
  (globalThis as { bianfaRefusals?: unknown }).bianfaRefusals = undefined;
});

const given = (init: RequestInit = {}, length = "2") =>
  new Request("http://127.0.0.1:3000/x", {
    headers: { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000", "content-length": length },
    ...init,
  });
const posted = (text: string) =>
  new Request(given(), {
    method: "POST",
    body: text,
    headers: { ...Object.fromEntries(given().headers), "content-type": "application/x-www-form-urlencoded" },
  });
const no = async () => {
  throw forbidden();
};

/** Each way in, as somebody who may not; what its line says. */
const ways: [string, () => Promise<unknown>, object][] = [
  [
    "an action",
    () => action("adopt", z.object({ id: z.string() }), no)({ id: "7" }),
    { reason: "forbidden", act: "adopt", id: "7" },
  ],
  ["a page's right", async () => requireSight(false), { reason: "forbidden", path: "/issues/1" }],
  ["a page's text", () => seen(Promise.reject(missing())), { reason: "missing", path: "/issues/1" }],
  [
    "a page with an id that is none",
    () => seen(db.item.findUnique({ where: { id: "no" } })),
    { reason: "missing", path: "/issues/1" },
  ],
  ["a file", () => downloading(given(), no), { reason: "forbidden", path: "/issues/1" }],
  ["data", () => reading(no), { reason: "forbidden", path: "/issues/1" }],
  [
    "data with an id that is none",
    () => reading(async () => Response.json(await db.item.findUnique({ where: { id: "no" } }))),
    { reason: "missing" },
  ],
  ["a question", () => asking(posted("{}"), z.object({}), no), { reason: "forbidden" }],
  ["a file sent in", () => taking("attach", posted("a=b"), no), { act: "attach" }],
];

describe.each(ways)("%s that is refused", (_, come, detail) => {
  it("leaves one line with who asked and for what", async () => {
    request.actor = await person(["reader"]);
    await Promise.allSettled([come()]);
    await Promise.all(request.after);
    expect(await db.event.findMany({ where: { refused: true } })).toMatchObject([
      { act: "refused", actorId: request.actor.id, actorName: request.actor.name, detail },
    ]);
  });
});

const strangers: [string, () => Promise<unknown>, object][] = [
  ["an action", () => action("adopt", z.object({}), no)({}), { reason: "signedOut", act: "adopt" }],
  ["an open act", () => openAction("followLink", z.object({}), no)({}), { reason: "forbidden", act: "followLink" }],
  ["a file", () => downloading(given(), no), { reason: "signedOut" }],
  ["a question", () => asking(posted("{}"), z.object({}), no), { reason: "signedOut" }],
  ["a file sent in", () => taking("attach", posted("x"), no), { reason: "signedOut" }],
];

it.each(strangers)("nobody who comes by %s leaves a line too", async (_, come, detail) => {
  request.actor = null;
  await come();
  expect(await db.event.findMany()).toMatchObject([{ refused: true, actorId: null, detail }]);
});

it.each(refusalsOfRight)("%s leaves a line by every way in, and its words for the auditor", async (key) => {
  request.actor = await person(["reader"]);
  const refuse = () => Promise.reject(new Refusal(key));
  await action("approve", z.object({}), refuse)({});
  await reading(refuse);
  await asking(posted("{}"), z.object({}), refuse);
  await taking("attach", posted("a=b"), refuse);
  const lines = await db.event.findMany({ where: { refused: true, actorId: request.actor.id } });
  expect(lines.map(({ detail }) => detail)).toMatchObject(Array(4).fill({ reason: key }));
  for (const { reasons } of [zh.record, en.record]) expect(reasons).toHaveProperty(key);
});

it("an issue's compiler who approves it is in the record, with the issue and the reason", async () => {
  const all = await house();
  const id = await compiled(all);
  await requestReview(all.editor, await seenIssue(id));
  request.actor = { ...all.editor, roles: [...all.editor.roles, "reviewer"] };
  expect(await approveAction(await seenIssue(id))).toMatchObject({ ok: false, sentence: "ownWork" });
  const line = { act: "refused", actorId: all.editor.id, detail: { reason: "ownWork", act: "approve", id } };
  expect(await db.event.findMany({ where: { refused: true } })).toMatchObject([line]);
});

it("what somebody should write otherwise leaves none", async () => {
  request.actor = null;
  const weak = () =>
    Promise.reject(new Refusal("passwordTooShort", { field: "password", values: { min: 10, length: 3 } }));
  expect(await openAction("followLink", z.object({}), weak)({})).toMatchObject({ ok: false });
  expect(await db.event.count()).toBe(0);
});

it("a failed sign-in leaves one, whoever it was", async () => {
  await signIn("nobody", "wrong");
  const passwordHash = await hashPassword("right");
  const { id } = await person(["reader"], { account: "known", passwordHash });
  await signIn("known", "wrong");
  const lines = await db.event.findMany({ where: { act: "signInFailed", refused: true }, orderBy: { id: "asc" } });
  expect(lines).toMatchObject([{ actorId: null }, { actorId: id }]);
});

it("a flood is counted instead of written, and the next minute says how much it was", async () => {
  request.actor = null;
  const minute = new Date("2026-05-07T02:00:10Z");
  travel(minute);
  for (let n = 0; n < 250; n++) await recordRefusal(null, missing());
  expect(await db.event.count()).toBe(100);
  travel(new Date(minute.getTime() + 60_000));
  await recordRefusal(null, missing());
  expect(await db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({ detail: { more: 150 } });
});

it("one person's flood leaves the others their lines", async () => {
  const [one, other] = [await person(["reader"]), await person(["editor"])];
  for (let n = 0; n < 50; n++) await recordRefusal(one, missing());
  await recordRefusal(other, missing());
  expect(await db.event.count({ where: { actorId: one.id } })).toBe(20);
  expect(await db.event.count({ where: { actorId: other.id } })).toBe(1);
});
