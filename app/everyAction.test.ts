import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ZodType } from "zod";
import { hashPassword } from "@/bulletin/people/password";
import { onDatabase } from "@/bulletin/testing/database";
import { compiled } from "@/bulletin/testing/issues";
import { drafted } from "@/bulletin/testing/items";
import { type House, house, person } from "@/bulletin/testing/people";
import type { Outcome } from "@/lib/action";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { actionTable } from "./testing/actionTable";
import { cookies } from "./testing/cookies";
import { sampleOf } from "./testing/sampleOf";

// At the edges of Next, where there is no request: its cookies are those of the person at hand, a sentence is its key.
const { schemas } = vi.hoisted(() => ({ schemas: new Map<unknown, ZodType>() }));
vi.mock("next/headers", async () => (await import("@/app/testing/cookies")).nextHeaders);
vi.mock("next-intl/server", () => ({
  getTranslations: async () => (key: string) => key,
  getLocale: async () => "zh-CN",
}));
// What an action takes is only noted on its way; it is made as ever.
vi.mock("@/lib/action", async (original) => {
  const real = await original<typeof import("@/lib/action")>();
  return {
    ...real,
    action: (...[act, schema, run, options]: Parameters<typeof real.action>) => {
      const made = real.action(act, schema, run, options);
      schemas.set(made, schema);
      return made;
    },
    openAction: (...[act, schema, run]: Parameters<typeof real.openAction>) => {
      const made = real.openAction(act, schema, run);
      schemas.set(made, schema);
      return made;
    },
  };
});

onDatabase();

type Act = (...sent: unknown[]) => Promise<Outcome>;
const files = import.meta.glob<Record<string, Act>>("./**/actions.ts", { eager: true });
const actions = Object.values(files).flatMap((file) => Object.entries(file));

/** Forms of which nothing filled in is an answer too, and acts to which nothing need be said. */
const mayBeEmpty = [
  "setPostAction",
  "setMailAction",
  "readNoticesAction",
  "endOtherSessionsAction",
  "beginSecondStepAction",
  "backUpNowAction",
  "verifyRecordAction",
];

const roles = [
  "writer",
  "southLead",
  "editor",
  "reviewer",
  "signer",
  "leader",
  "systemAdmin",
  "securityAdmin",
  "auditor",
] as const;
const password = hashPassword("not what is sent");
let people: Record<(typeof roles)[number], Actor>;
let all: House;
let foreign: { draft: string; issue: string };

beforeEach(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of thirty-two characters";
  all = await house();
  people = {
    ...all,
    systemAdmin: await person(["systemAdmin"]),
    securityAdmin: await person(["securityAdmin"]),
    auditor: await person(["auditor"]),
  };
  const stranger = await person(["contributor"]);
  const issue = await compiled(all);
  // Whoever is signed in has a password; theirs is asked for once more where they change it.
  await db.account.updateMany({ data: { passwordHash: await password } });
  foreign = { draft: (await drafted(stranger, all.publication)).id, issue };
});

async function signIn(actor: Actor | null): Promise<void> {
  cookies.clear();
  if (!actor) return;
  const session = await db.session.create({ data: { accountId: actor.id, createdAt: now() } });
  cookies.set(
    "next-auth.session-token",
    await encode({ token: { sessionId: session.id }, secret: process.env.NEXTAUTH_SECRET ?? "" }),
  );
}

/** What became of it: the key of the sentence, or that it was done. */
async function outcome(act: Act, input: unknown): Promise<string> {
  try {
    const result = await act(input);
    return result.ok ? "done" : result.sentence;
  } catch (error) {
    if (String((error as { digest?: string }).digest).startsWith("NEXT_REDIRECT")) return "done";
    throw error;
  }
}

const sample = (act: Act, strange: string) => sampleOf(schemas.get(act), () => strange);

/** What a person is told of another's draft, of nothing, and of an issue; each refusal of a right among them leaves its line. */
async function toldOf(act: Act, actor: Actor): Promise<{ told: string[]; lines: number }> {
  const told: string[] = [];
  forgetFloods();
  const before = await lines(actor);
  for (const strange of [foreign.draft, randomUUID(), foreign.issue])
    told.push(await outcome(act, sample(act, strange)));
  return { told, lines: (await lines(actor)) - before };
}

const isOfRight = (sentence: string) => new Refusal(sentence).isOfRight;

function lines(actor: Actor | null): Promise<number> {
  return db.event.count({ where: { act: "refused", refused: true, actorId: actor?.id ?? null } });
}

/** Past so many lines a minute the rest is counted (lib/refused.ts); here each is to be seen. */
function forgetFloods(): void {
  (globalThis as { bianfaRefusals?: unknown }).bianfaRefusals = undefined;
}

/** All that is stored, apart from the record and who is signed in. */
async function stored(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('Event', 'Session') ORDER BY 1`;
  const sums: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.$queryRaw<{ sum: string }[]>`
      SELECT coalesce(md5(query_to_xml(format('SELECT t::text FROM %I t ORDER BY 1', ${name}::text), false, false, '')::text), '') AS sum`;
    sums.push(`${name} ${row?.sum}`);
  }
  return sums.join("\n");
}

describe("every action of every page", () => {
  it("is in the table, made by the one wrapper or open; and none stands in another file", () => {
    expect(actions.map(([name]) => name).sort()).toEqual(Object.keys(actionTable).sort());
    const unwrapped = actions.filter(([name, act]) => !schemas.has(act) && !actionTable[name]?.open);
    expect(unwrapped.map(([name]) => name)).toEqual([]);
    const elsewhere = readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && path.basename(file) !== "actions.ts")
      .filter((file) => /["']use server["']/.test(readFileSync(path.join("app", file), "utf8")));
    expect(elsewhere).toEqual([]);
  });

  it("is refused to nobody, with a line in the record; what is open opens nothing without its link or code", async () => {
    await signIn(null);
    const before = await stored();
    for (const [name, act] of actions.filter(([, each]) => schemas.has(each))) {
      forgetFloods();
      const written = await lines(null);
      const line = actionTable[name];
      const sentence = line?.open ? line.told("nobody")[0] : "signedOut";
      expect({ name, sentence: await outcome(act, sample(act, foreign.draft)) }).toEqual({ name, sentence });
      expect({ name, lines: (await lines(null)) - written }).toEqual({ name, lines: sentence ? 1 : 0 });
    }
    expect(await stored()).toBe(before);
  });

  it("is refused to nonsense, and writes nothing", async () => {
    await signIn(people.editor);
    const before = await stored();
    const nonsense = [undefined, null, "x", 7, [], {}, { id: { contains: "" } }, { id: "1' OR 1=1" }, new FormData()];
    const done: string[] = [];
    for (const [name, act] of actions.filter(([, each]) => schemas.has(each)))
      for (const each of mayBeEmpty.includes(name) ? nonsense.slice(0, 4) : nonsense)
        if ((await outcome(act, each)) === "done") done.push(`${name} ${JSON.stringify(each)}`);
    expect(done).toEqual([]);
    expect(await stored()).toBe(before);
  });

  it.each(roles)(
    "by %s on what is not theirs is refused by right, and leaves nothing but the line in the record",
    async (role) => {
      await signIn(people[role]);
      const before = await stored();
      const walked = actions.filter(([name, act]) => schemas.has(act) && !actionTable[name]?.open);
      const walk = async (which: typeof walked) => {
        for (const [name, act] of which) {
          const told = actionTable[name]?.told(role) ?? [];
          const expected = { name, told, lines: told.filter(isOfRight).length };
          expect({ name, ...(await toldOf(act, people[role])) }).toEqual(expected);
        }
      };
      const writes = ([name]: (typeof walked)[number]) => Boolean(actionTable[name]?.writes);
      await walk(walked.filter((each) => !writes(each)));
      expect(await stored()).toBe(before);
      for (const each of walked.filter(writes)) {
        // Whoever has named wrong codes too often rests a while, and would hear of that instead.
        await db.signInAttempt.deleteMany();
        await walk([each]);
      }
    },
  );

  it("is tried with input that is well formed, so that it is the right that is refused", () => {
    const malformed = [...schemas].flatMap(([act, schema]) => {
      const { error } = schema.safeParse(sampleOf(schema, () => randomUUID()));
      const name = actions.find(([, each]) => each === act)?.[0];
      return (error?.issues ?? []).map(({ path: at, code, message }) => `${name} ${at.join(".")} ${code} ${message}`);
    });
    expect(malformed).toEqual([]);
  });
});
