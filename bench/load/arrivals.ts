import { Agent } from "node:http";
import type { Call } from "../town/acts";
import { call, isDone } from "../town/call";

/** What came of so many requests a second: milliseconds from the moment at which each was due, by kind. */
export type Came = { times: Map<string, number[]>; failed: Map<string, number>; first: string | null };

export type Asking = { kind: string; cookie: string; make: () => Call };

/**
 * Requests at a constant rate, whether or not the last one was answered. What is measured begins when a request
 * was due, not when it could be sent: a server that stands still is not spared the requests of that time.
 */
export async function arrivals(web: string, aSecond: number, seconds: number, next: () => Asking): Promise<Came> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
  const came: Came = { times: new Map(), failed: new Map(), first: null };
  const count = Math.round(aSecond * seconds);
  const begin = performance.now();
  const running: Promise<void>[] = [];
  for (let at = 0; at < count; at++) {
    const due = begin + (at * 1_000) / aSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(one(web, due, next(), agent, came));
  }
  await Promise.all(running);
  agent.destroy();
  return came;
}

async function one(web: string, due: number, { kind, cookie, make }: Asking, agent: Agent, came: Came): Promise<void> {
  const wanted = make();
  const failure = await call(web, wanted, cookie, agent).then(
    (answer) =>
      isDone(wanted, answer) ? null : `${wanted.path} answered ${answer.status}: ${answer.text.slice(-200)}`,
    String,
  );
  if (failure) {
    came.first ??= `${kind}: ${failure}`;
    came.failed.set(kind, (came.failed.get(kind) ?? 0) + 1);
  }
  const times = came.times.get(kind) ?? [];
  times.push(performance.now() - due);
  came.times.set(kind, times);
}
