import { quantile } from "../print";

const warming = 5;
const counted = 20;

/** Two things in turn, so that what else happens on the machine meets both: the middle of each in milliseconds. */
export async function compare(long: () => Promise<unknown>, short: () => Promise<unknown>) {
  const times: Record<"long" | "short", number[]> = { long: [], short: [] };
  for (let at = 0; at < warming + counted; at++) {
    for (const [name, run] of [
      ["long", long],
      ["short", short],
    ] as const) {
      const begin = performance.now();
      await run();
      if (at >= warming) times[name].push(performance.now() - begin);
    }
  }
  const [longest, shortest] = [quantile(times.long), quantile(times.short)];
  return { long: longest, short: shortest, ratio: longest / shortest };
}

/** A whole page, as a browser without its scripts would get it. */
export async function page(web: string, path: string, cookie: string): Promise<void> {
  const response = await fetch(`${web}${path}`, { headers: { cookie }, redirect: "manual" });
  await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
}

/** Asks for so many pages a second, whether or not the last has come, until it is told to stop; returns how many. */
export function knock(webs: string[], cookies: string[], path: string, aSecond: number): () => Promise<number> {
  const asked: Promise<void>[] = [];
  const timer = setInterval(() => {
    const at = asked.length;
    asked.push(page(webs[at % webs.length] ?? "", path, cookies[at % cookies.length] ?? ""));
  }, 1_000 / aSecond);
  return async () => {
    clearInterval(timer);
    await Promise.all(asked);
    return asked.length;
  };
}
