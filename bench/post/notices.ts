import { withClient } from "@/bin/client";
import { distribute } from "@/bulletin/post/distribute";
import { seenIssue } from "@/bulletin/testing/issues";
import { signedWith, to } from "@/bulletin/testing/post";
import { databaseUrl } from "@/lib/db";
import { type Lines, openLines } from "./lines";
import { knock } from "./pages";
import { type Settled, watchers } from "./people";

const rounds = 5;
const patience = 10_000;

export type Heard = { milliseconds: number[]; missed: number };

/** Milliseconds from the commit to the event in each open page: while nothing else happens, and between page requests. */
export async function timeNotices(settled: Settled, webs: string[], cookies: string[]) {
  const lines = await openLines(webs, cookies);
  try {
    // The lines stand once they have heard something; that time does not count.
    await once(settled, lines);
    const quiet = await several(settled, lines);
    const stop = knock(webs, cookies, "/reading", 20);
    const busy = await several(settled, lines);
    return { quiet, busy, pages: await stop() };
  } finally {
    lines.close();
  }
}

async function several(settled: Settled, lines: Lines): Promise<Heard> {
  const all: Heard = { milliseconds: [], missed: 0 };
  for (let round = 0; round < rounds; round++) {
    const { milliseconds, missed } = await once(settled, lines);
    all.milliseconds.push(...milliseconds);
    all.missed += missed;
  }
  return all;
}

async function once({ people, watching }: Settled, lines: Lines): Promise<Heard> {
  const lists = [{ label: "发", addressees: [to("各单位", [], [watching.office.id])] }];
  const issueId = await signedWith(people, lists);
  const seen = await seenIssue(issueId);
  const committed = await momentOfNotify(() => distribute(people.editor, seen));
  const end = performance.now() + patience;
  while (lines.heard(issueId).length < watchers && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const milliseconds = lines.heard(issueId).map((at) => Math.max(0, at - committed));
  return { milliseconds, missed: watchers - milliseconds.length };
}

/** The database tells everybody at the commit: heard on a line of our own, that is the moment. */
function momentOfNotify(act: () => Promise<unknown>): Promise<number> {
  return withClient(databaseUrl(), async (client) => {
    await client.query("LISTEN bianfa");
    const moment = new Promise<number>((resolve) =>
      client.on("notification", ({ payload }) => payload?.startsWith("notices:") && resolve(performance.now())),
    );
    await act();
    return moment;
  });
}
