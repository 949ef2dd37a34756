import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ZodType } from "zod";
import { onDatabase } from "@/bulletin/testing/database";
import { compiled } from "@/bulletin/testing/issues";
import { drafted } from "@/bulletin/testing/items";
import { type House, house, person } from "@/bulletin/testing/people";
import type { Outcome } from "@/lib/action";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { sampleOf } from "./testing/sampleOf";

// At the edges of Next, where there is no request: its cookies are those of the person at hand, a sentence is its key.
const { cookies, schemas } = vi.hoisted(() => ({
  cookies: new Map<string, string>(),
  schemas: new Map<unknown, ZodType>(),
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
    getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
    set: () => {},
  }),
}));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => (key: string) => key,
  getLocale: async () => "zh-CN",
}));
// What an action takes is only noted on its way; it is made as ever.
vi.mock("@/lib/action", async (original) => {
  const real = await original<typeof import("@/lib/action")>();
  return {
    ...real,
    action: (...[act, schema, run]: Parameters<typeof real.action>) => {
      const made = real.action(act, schema, run);
      schemas.set(made, schema);
      return made;
    },
  };
});

onDatabase();

type Act = (...sent: unknown[]) => Promise<Outcome>;
const files = import.meta.glob<Record<string, Act>>("./**/actions.ts", { eager: true });
const actions = Object.values(files).flatMap((file) => Object.entries(file));

/** Those that nobody need be signed in for, or that concern the own session alone; each has tests of its own. */
const open = ["attempts", "chooseLanguage", "setUpAction", "signOut"];

/** What each of these makes new, or sets for themselves, with any input that is well formed: theirs to do, and nobody else's. */
const own: Record<string, string[]> = {
  pasteAction: ["editor"],
  keepLevelsAction: ["editor"],
  // Of a year without issues it finds none, and says so.
  addressYearAction: ["editor"],
  setPostAction: ["editor"],
};

/** Where one's own mail goes: everybody's to say, for themselves. */
const everybodys = ["setMailAction"];

/** Reads one's own notices, however one says which: it has no foreign ones to refuse, and touches none. */
const harmless = ["readNoticesAction"];

/** Forms of which nothing filled in is an answer too: no mail, no quiet hours. */
const mayBeEmpty = ["setPostAction", "setMailAction"];

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
  it("is made by the one wrapper, or is one of the few that are open; and none stands in another file", () => {
    const unknown = actions.filter(([name, act]) => !schemas.has(act) && !open.includes(name)).map(([name]) => name);
    expect(unknown).toEqual([]);
    const elsewhere = readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && path.basename(file) !== "actions.ts")
      .filter((file) => /["']use server["']/.test(readFileSync(path.join("app", file), "utf8")));
    // Sets a cookie of one's own: how large one reads.
    expect(elsewhere).toEqual(["reading/[id]/SizeChoice.tsx"]);
  });

  it("is refused to nobody and to nonsense, and writes nothing", async () => {
    const before = await stored();
    const nonsense = [undefined, null, "x", 7, [], {}, { id: { contains: "" } }, { id: "1' OR 1=1" }, new FormData()];
    const done: string[] = [];
    for (const [name, act] of actions.filter(([, each]) => schemas.has(each))) {
      await signIn(null);
      const input = sampleOf(schemas.get(act), () => foreign.draft);
      if ((await outcome(act, input)) !== "signedOut") done.push(`nobody ${name}`);
      await signIn(people.editor);
      for (const each of mayBeEmpty.includes(name) ? nonsense.slice(0, 4) : nonsense)
        if ((await outcome(act, each)) === "done") done.push(name);
    }
    expect([...new Set(done)]).toEqual(harmless);
    expect(await stored()).toBe(before);
  }, 300_000);

  it.each(roles)(
    "by %s on what is not theirs is refused, and leaves nothing but the line in the record",
    async (role) => {
      await signIn(people[role]);
      const before = await stored();
      const done: string[] = [];
      for (const [name, act] of actions) {
        const schema = schemas.get(act);
        if (!schema || own[name]?.includes(role) || everybodys.includes(name)) continue;
        const hidden = ["writer", "southLead", "leader", "systemAdmin", "securityAdmin", "auditor"].includes(role);
        for (const strange of [foreign.draft, randomUUID(), ...(hidden ? [foreign.issue] : [])])
          if (
            (await outcome(
              act,
              sampleOf(schema, () => strange),
            )) === "done"
          )
            done.push(name);
      }
      expect([...new Set(done)]).toEqual(harmless);
      expect(await stored()).toBe(before);
      expect(await db.event.count({ where: { actorId: people[role].id, refused: true } })).toBeGreaterThan(0);
    },
    120_000,
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
