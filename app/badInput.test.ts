import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { acting } from "@/app/document/acting";
import { saveSchema } from "@/bulletin/intake/draft";
import { pagesSchema } from "@/bulletin/press/pages";
import { onDatabase } from "@/bulletin/testing/database";
import { person } from "@/bulletin/testing/people";
import { json } from "@/bulletin/text/fields";
import { action } from "@/lib/action";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { mostFields } from "@/lib/form";
import { asking, taking } from "@/lib/handler";
import { forbidden } from "@/lib/refusal";

/** Who asks, and how many sentences were made. A sentence is its key. */
const request = vi.hoisted(() => ({ actor: null as Actor | null, said: 0 }));
vi.mock("@/lib/session", () => ({ currentActor: async () => request.actor }));
vi.mock("@/lib/language", () => ({ currentLanguage: async () => "zh-CN" }));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => (key: string) => {
    request.said++;
    return key;
  },
  getLocale: async () => "zh-CN",
}));

onDatabase();
beforeEach(async () => {
  request.actor = await person(["editor"]);
});

const multipart = "multipart/form-data; boundary=b";
const whole = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\ntext\r\n--b--\r\n';

function sent(body: string, type: string): Request {
  const headers = { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000", "content-type": type };
  const length = String(Buffer.byteLength(body));
  return new Request("http://127.0.0.1:3000/x", {
    method: "POST",
    body,
    headers: { ...headers, "content-length": length },
  });
}

/** What the sender is told, and whether anything came through to what would have worked with it. */
async function answered(come: (run: () => Promise<object>) => Promise<Response>) {
  const run = vi.fn(async () => ({}));
  const answer = await come(run);
  return { status: answer.status, body: await answer.json(), came: run.mock.calls.length };
}

const broken: [string, string, string][] = [
  ["without a boundary", whole, "multipart/form-data"],
  ["with another boundary than in its head", whole, "multipart/form-data; boundary=c"],
  ["broken off in the middle of a part", whole.slice(0, -12), multipart],
  ["broken off in the head of a part", whole.slice(0, 30), multipart],
  ["with a part that has no name", whole.replace(/; name="file"; filename="a.txt"/, ""), multipart],
  ["with a head of a part that is none", whole.replace("Content-Disposition:", "\u0001 :\u0000"), multipart],
  ["of nothing", "", multipart],
  ["that is JSON", '{"file":"text"}', "application/json"],
];

describe("a form with a file", () => {
  it.each(broken)("%s is told so, and is no error of the server", async (_, body, type) => {
    const { status, body: said, came } = await answered((run) => taking("attach", sent(body, type), run));
    expect({ status, said, came }).toEqual({ status: 422, said: { sentence: "malformed" }, came: 0 });
    expect(await db.event.count()).toBe(0);
  });

  it("that is whole is taken", async () => {
    expect(await answered((run) => taking("attach", sent(whole, multipart), run))).toMatchObject({
      status: 200,
      came: 1,
    });
  });
});

describe("a form of more fields than any of ours has", () => {
  const names = Array.from({ length: mostFields + 1 }, (_, at) => `k${at}`);

  it("is refused in a sentence by an act, and what it would have done is not done", async () => {
    const form = new FormData();
    for (const name of names) form.append(name, "1");
    const run = vi.fn(async () => ({}));
    expect(await action("save", z.object({}), run)(form)).toMatchObject({ ok: false, sentence: "malformed" });
    expect(run).not.toHaveBeenCalled();
  });

  it("is refused as a form with a file, and as one of a document", async () => {
    const body = names.join("&");
    const type = "application/x-www-form-urlencoded";
    expect(await answered((run) => taking("attach", sent(body, type), run))).toMatchObject({ status: 422, came: 0 });
    const act = vi.fn(async () => ({ ok: true, value: null }) as const);
    const ofScripts = sent(`act=size&${body}`, type);
    ofScripts.headers.set("accept", "application/json");
    const answer = await acting(ofScripts, { size: act }, "/");
    expect(await answer.json()).toMatchObject({ ok: false, sentence: expect.stringContaining("不完整") });
    expect(act).not.toHaveBeenCalled();
  });
});

describe("a question of half a million answers", () => {
  const known = Array(500_000).fill(0);
  const fields = (answer: unknown) => Object.keys((answer as { fields: object }).fields);

  it("is refused in one sentence, not in one for each", async () => {
    const body = JSON.stringify({ known, only: known, draft: { blocks: known } });
    const {
      status,
      body: said,
      came,
    } = await answered((run) => asking(sent(body, "application/json"), pagesSchema, run));
    expect({ status, fields: fields(said), came }).toEqual({ status: 422, fields: [], came: 0 });
    const save = await action("saveDraft", saveSchema, async () => ({}))({ draft: { officialIds: known } });
    expect(save).toMatchObject({ ok: false, fields: {}, sentence: expect.any(String) });
  });

  it("of which each is wrong is told at twenty of them", async () => {
    request.said = 0;
    const body = JSON.stringify(known.slice(0, 50_000));
    const { body: said } = await answered((run) => asking(sent(body, "application/json"), z.array(z.string()), run));
    expect(fields(said)).toHaveLength(20);
    expect(request.said).toBe(20);
  });

  it("is not read from somebody who may not ask", async () => {
    const question = sent("{}", "application/json");
    const run = vi.fn(async () => ({}));
    const answer = await asking(question, z.object({}), run, () => {
      throw forbidden();
    });
    expect({ status: answer.status, isRead: question.bodyUsed }).toEqual({ status: 404, isRead: false });
    expect(run).not.toHaveBeenCalled();
  });
});

/** Arrays in arrays: a hundred thousand in two hundred kilobytes, far past what any recursion stands. */
const depth = 100_000;
const deep = "[".repeat(depth) + "]".repeat(depth);
const deepObjects = `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

describe.each([
  ["arrays", deep],
  ["objects", deepObjects],
])("JSON of a hundred thousand %s in each other", (_, text) => {
  const schema = z.object({ ids: z.array(z.string()) });

  it.each([
    ["as the whole question", text],
    ["in a field of it", `{"ids":${text}}`],
    ["beside what is asked for, broken off", `{"ids":[],"more":${text.slice(0, -1)}`],
  ])("is refused %s", async (_, body) => {
    const { status, body: said, came } = await answered((run) => asking(sent(body, "application/json"), schema, run));
    expect({ status, said, came }).toMatchObject({ status: 422, said: { ok: false, sentence: "malformed" }, came: 0 });
  });

  it("is refused as a text, as a field of one, and as a field of a form", async () => {
    const run = vi.fn(async () => ({}));
    const id = "00000000-0000-4000-8000-000000000001";
    const nested = JSON.parse(text);
    const save = action("saveDraft", saveSchema, run);
    const draft = {
      kind: "story",
      headline: [],
      publicationId: null,
      sectionId: null,
      date: null,
      place: "",
      note: "",
    };
    const form = new FormData();
    form.set("ids", text);
    const outcomes = [
      await save(nested),
      await save({ id, version: 0, draft: { ...draft, officialIds: [], blocks: nested } }),
      await save({ id, version: 0, draft: { ...draft, officialIds: nested, blocks: [] } }),
      await action("save", z.object({ ids: json(z.array(z.string())) }), run)(form),
    ];
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, false, false]);
    expect(run).not.toHaveBeenCalled();
  });
});
