import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { now } from "@/lib/clock";
import { dayOf, momentOf, timeOf, today } from "@/lib/dates";
import { password, type Trial } from "./house";
import { type Done, Person } from "./person";
import type { Site } from "./site";

/** What the server said was done. Written before anything else happens: this is what must not be lost. */
export type Confirmed =
  | { act: "save"; id: string; headline: string; version: number }
  | { act: "submit"; id: string }
  | { act: "signOff"; id: string; number: number }
  | { act: "distribute"; id: string }
  /** `due`: the moment that was named, in true time. */
  | { act: "schedule"; id: string; due: number }
  | { act: "acknowledge"; id: string; account: string };

export type Log = {
  confirmed: Confirmed[];
  /** Calls without a confirmation, and what was said then, counted. */
  unanswered: Map<string, number>;
  /** When something was confirmed, for how long nothing was. */
  moments: number[];
};

type Running = { stop: () => Promise<void>; log: Log };

/** Sets everybody to work until told to stop. */
export async function work(site: Site, trial: Trial): Promise<Running> {
  const log: Log = { confirmed: [], unanswered: new Map(), moments: [] };
  const control = { on: true };
  const { accounts } = trial;
  const signed: string[] = [];
  const out: string[] = [];
  const begin = async (account: string, loop: (at: At) => Promise<void>) => {
    const person = new Person(site.address);
    // Everybody comes at once, as on a Monday morning; whoever is not let in tries again.
    for (let tries = 1; ; tries++)
      try {
        await person.signIn(account, password);
        break;
      } catch (error) {
        if (tries === 120) throw error;
        await pause(500);
      }
    const at: At = { person, account, trial, log, control, signed, out, clockOffset: site.clockOffset };
    return loop(at).finally(() => person.leave());
  };
  const loops = [
    ...(accounts.writers ?? []).map((account) => begin(account, writing)),
    ...(accounts.signer ?? []).map((account) => begin(account, signing)),
    ...(accounts.editor ?? []).map((account) => begin(account, distributing)),
    ...(accounts.readers ?? []).map((account) => begin(account, reading)),
  ];
  // A loop that fails is the fault of the trial, and must not pass for a quiet one.
  const all = Promise.all(loops);
  all.catch(() => {
    control.on = false;
  });
  return {
    log,
    stop: async () => {
      control.on = false;
      await all;
    },
  };
}

type At = {
  person: Person;
  account: string;
  trial: Trial;
  log: Log;
  control: { on: boolean };
  signed: string[];
  out: string[];
  /** By how much the clocks there are off: whoever names a time looks at one of them. */
  clockOffset: () => number;
};

/**
 * Until it is confirmed, or the day is over: as a person presses the button again when told that it did not go.
 * What is refused at a later try was done at an earlier one whose answer was lost; refused at the first, the
 * trial itself is wrong. Whether it went on is told.
 */
async function untilDone(
  at: At,
  name: string,
  act: () => Promise<Done>,
  kept?: (done: Done) => Confirmed,
): Promise<boolean> {
  for (let attempt = 1; at.control.on; attempt++) {
    let done: Done;
    try {
      done = await act();
    } catch (error) {
      const said = `${name}: ${String((error as Error).message)
        .replace(/[0-9a-f-]{36}/g, "…")
        .slice(0, 80)}`;
      at.log.unanswered.set(said, (at.log.unanswered.get(said) ?? 0) + 1);
      await pause(250);
      continue;
    }
    if (!done.ok && (attempt === 1 || /登录/.test(done.sentence ?? ""))) throw new Error(`${name}: ${done.sentence}`);
    if (done.ok && kept) at.log.confirmed.push(kept(done));
    at.log.moments.push(performance.now());
    return true;
  }
  return false;
}

async function writing(at: At): Promise<void> {
  const { person, trial, control } = at;
  for (let n = 1; control.on; n++) {
    const id = randomUUID();
    const headline = `${at.account}第${n}稿`;
    const blocks = [{ type: "paragraph", runs: [{ text: "清淤工程已经开工，委员到现场察看了进度。" }] }];
    const draft = {
      ...{ kind: "story", headline: [headline], publicationId: trial.publicationId, sectionId: trial.sectionId },
      ...{ date: today(), place: "", officialIds: [], blocks, note: "" },
    };
    let version = 0;
    const saved = await untilDone(
      at,
      "save",
      () => person.act("saveDraftAction", "/items/new", { id, version: 0, draft }),
      ({ value }) => {
        version = (value as { version: number }).version;
        return { act: "save", id, headline, version };
      },
    );
    if (!saved) return;
    const submit = () => person.act("submitAction", `/items/${id}`, { id, version });
    await untilDone(at, "submit", submit, () => ({ act: "submit", id }));
    await pause(100);
  }
}

/** Which version the page of an issue shows. */
async function versionOf(at: At, id: string): Promise<number> {
  const { status, text } = await at.person.ask("GET", `/issues/${id}`);
  if (status !== 200) throw new Error(`issue: ${status}`);
  const [, version] = /name="version"[^>]*value="(\d+)"/.exec(text) ?? /\\"version\\":(\d+)/.exec(text) ?? [];
  if (!version) throw new Error("the page names no version");
  return Number(version);
}

async function signing(at: At): Promise<void> {
  for (const id of at.trial.issues) {
    const sign = async () => at.person.act("signOffAction", `/issues/${id}`, { id, version: await versionOf(at, id) });
    const kept = ({ value }: Done): Confirmed => ({ act: "signOff", id, number: (value as { number: number }).number });
    if (!(await untilDone(at, "signOff", sign, kept))) return;
    at.signed.push(id);
    await pause(300);
  }
}

/** Every third issue is left to the worker, which sends it out a minute or two later. */
async function distributing(at: At): Promise<void> {
  for (let n = 0; at.control.on; ) {
    const id = at.signed[n];
    if (!id) {
      await pause(100);
      continue;
    }
    const third = n++ % 3 === 2;
    let later = third;
    let due = 0;
    const send = async () => {
      const version = await versionOf(at, id);
      // With a clock that is wrong nobody sets a time by it.
      const offset = at.clockOffset();
      later = third && offset === 0;
      // Times are whole minutes: the one after the next is ahead even where the answer waits for a database that is away.
      const soon = new Date(now().getTime() + 120_000);
      due = momentOf(dayOf(soon), timeOf(soon)).getTime();
      const when = later ? { when: "later", day: dayOf(soon), time: timeOf(soon) } : { when: "now", day: "", time: "" };
      const done = await at.person.act("distributeAction", `/issues/${id}`, { id, version, ...when });
      if (!done.ok && at.clockOffset() !== offset) throw new Error("the clock jumped meanwhile");
      return done;
    };
    const kept = (): Confirmed => (later ? { act: "schedule", id, due } : { act: "distribute", id });
    if (!(await untilDone(at, "distribute", send, kept))) return;
    if (!later) at.out.push(id);
  }
}

async function reading(at: At): Promise<void> {
  for (let n = 0; at.control.on; ) {
    const id = at.out[n];
    if (!id) {
      await pause(100);
      continue;
    }
    n += 1;
    const look = async () => {
      const { status } = await at.person.ask("GET", `/reading/${id}`);
      if (status !== 200) throw new Error(`the page of an issue: ${status}`);
      return { ok: true };
    };
    const acknowledge = () => at.person.send("acknowledge", `/reading/${id}`, { id, of: "" });
    if (!(await untilDone(at, "read", look))) return;
    await untilDone(at, "acknowledge", acknowledge, () => ({ act: "acknowledge", id, account: at.account }));
  }
}
