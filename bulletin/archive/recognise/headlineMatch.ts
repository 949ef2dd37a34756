import { half } from "./characters";
import { type Line, say } from "./lines";
import type { Body, Run } from "./newspaper";
import { bigramsOf, shareOf } from "./overlap";

const notice = /^(?:公告|通告|启事|声明|通知|讣告|更正|致歉|简讯)$/;
const weather = /^(?:今[日天]|明[日天])?(?:天气|气温|气象)/;
const enough = 0.3;
const clearly = 0.2;
const least = 0.15;
/** Titles times stories of one page; beyond, headlines stay where they stand. */
const most = 20_000;
const read = 700;

type Scored = { line: Line; scores: Map<Body, number> };

/**
 * Gives each title to a story: the one below it, unless another shares clearly more of its words and has no
 * headline of its own. Words that many stories of the page have weigh little. Returns the titles that have
 * to move, each with the line before which it belongs.
 */
export function matched(runs: Run[], bodies: Body[]): Map<Line, Line> {
  const count = runs.reduce((sum, { titles }) => sum + titles.length, 0);
  const moves = new Map<Line, Line>();
  const scored = count * bodies.length > most ? null : scoresOf(runs, bodies);
  const owners = new Map<Line, Body | null>();
  for (const run of runs) for (const line of run.titles) owners.set(line, run.next);
  if (scored) reassign(runs, bodies, scored, owners);
  for (const run of runs) {
    for (const line of run.titles) {
      const body = owners.get(line) ?? null;
      const score = (body && scored?.get(line)?.scores.get(body)) ?? 0;
      if ((!body && bodies.length && line.width >= 6) || (weather.test(line.tight) && score === 0)) {
        say(line, "slogan", 0.6, "fitsNoStory");
        continue;
      }
      if (
        scored &&
        run.titles.length > 1 &&
        (standsAlone(run.titles, line) || isCouplet(line)) &&
        bestScore(scored.get(line)) < least
      ) {
        say(line, "slogan", 0.6, "fitsNoStory");
        continue;
      }
      if (line.width <= 4 && score === 0 && !notice.test(line.tight)) {
        say(line, "leftover", 0.5, "fitsNowhere");
        continue;
      }
      line.confidence = Math.round(Math.min(0.98, (body === run.next ? 0.5 : 0.35) + score * 0.6) * 100) / 100;
      line.why = body === run.next ? "above" : "sharedWords";
      const [first] = body?.texts ?? [];
      if (body && first) {
        body.titles.push(line);
        if (body !== run.next) moves.set(line, first);
      }
    }
  }
  return moves;
}

/** 牢记嘱托 感恩奋进: two or three halves of one length, as slogans have them. */
function isCouplet({ text, lead }: Line): boolean {
  const halves = text.replace(/[*#]/g, "").trim().split(/\s+/);
  const [first = ""] = halves;
  return (
    lead === null &&
    halves.length > 1 &&
    halves.length < 4 &&
    first.length >= 4 &&
    first.length <= 8 &&
    halves.every((each) => each.length === first.length)
  );
}

/** Set apart by blank lines from the headlines around it. */
function standsAlone(titles: Line[], line: Line): boolean {
  const next = titles[titles.indexOf(line) + 1];
  return (
    line.width >= 6 &&
    line.blanks > 0 &&
    (next === undefined || next.blanks > 0) &&
    titles.some(({ blanks }) => blanks === 0)
  );
}

function bestScore(scored: Scored | undefined): number {
  let best = 0;
  for (const score of scored?.scores.values() ?? []) best = Math.max(best, score);
  return best;
}

function scoresOf(runs: Run[], bodies: Body[]): Map<Line, Scored> {
  const texts = bodies.map(({ all }) =>
    bigramsOf(
      all
        .slice(0, 60)
        .map(({ text }) => half(text))
        .join("")
        .slice(0, read),
    ),
  );
  const holders = new Map<string, number>();
  for (const text of texts) for (const pair of text) holders.set(pair, (holders.get(pair) ?? 0) + 1);
  const weight = (pair: string) => 1 / (holders.get(pair) ?? 1);
  const scored = new Map<Line, Scored>();
  for (const line of runs.flatMap(({ titles }) => titles)) {
    const pairs = bigramsOf(line.read);
    const scores = new Map(bodies.map((body, at) => [body, shareOf(pairs, texts[at] ?? new Set(), weight)] as const));
    scored.set(line, { line, scores });
  }
  return scored;
}

/** Whether headlines stand where they belong is asked of each run: one run for all, or one for each story. */
function reassign(runs: Run[], bodies: Body[], scored: Map<Line, Scored>, owners: Map<Line, Body | null>): void {
  const score = (line: Line, body: Body | null) => (body && scored.get(line)?.scores.get(body)) ?? 0;
  const served = new Set<Body>();
  for (const { titles, next } of runs)
    if (next && titles.length <= 4 && titles.some((line) => score(line, next) >= enough)) served.add(next);
  for (const { titles, next } of runs) {
    let last: Body | null = null;
    for (const line of titles) {
      const best = bestOf(line, bodies, score);
      const here = score(line, next);
      const isBetter = best !== next && score(line, best) >= Math.max(enough, here + clearly);
      const mayMove = best !== null && (!served.has(best) || titles.length > 4 || best === last);
      if (isBetter && mayMove) owners.set(line, best);
      // A line that says little by itself (…主持会议) stays with the lines that it stands among.
      else if (here < enough && last !== null && last !== next && score(line, last) + clearly > here)
        owners.set(line, last);
      last = owners.get(line) ?? null;
    }
  }
  const titled = new Set(owners.values());
  // The last titles of the page: that of a story without one which they fit a little, or of the story above.
  const untitled = bodies.filter((body) => !titled.has(body));
  for (const { titles, next, previous } of runs)
    for (const line of next === null ? titles : []) {
      const best = bestOf(line, untitled, score);
      if (owners.get(line)) continue;
      if (score(line, best) >= least) owners.set(line, best);
      else if (previous && untitled.includes(previous) && bestOf(line, bodies, score) === null)
        owners.set(line, previous);
    }
}

function bestOf(line: Line, bodies: Body[], score: (line: Line, body: Body | null) => number): Body | null {
  let best: Body | null = null;
  for (const body of bodies) if (score(line, body) > score(line, best)) best = body;
  return best;
}
