import { availableParallelism, loadavg } from "node:os";
import { withClient } from "@/bin/client";
import { count } from "@/bulletin/archive/search/counts";
import { find } from "@/bulletin/archive/search/find";
import { type Wanted, wantedSchema } from "@/bulletin/archive/search/wanted";
import type { Actor } from "@/lib/actor";
import { atSize, type Measured, quantile } from "../print";
import { idOf, offices, officialNames, people } from "./house";
import { type Draw, drawFrom, vocabulary } from "./words";

const asked = 200;
const runs = 3;

/** The times of one size, to be set beside those of another. */
export type Searched = { rows: Measured[]; p95: number };

/**
 * Search with filters and highlights, as a reader with a tenth of everything before them: what the person waits for,
 * on a database that `fill` has filled. A second reader has a tenth through fifty different lists, so that it stands in
 * all parts of the index and under fifty words. How many there are and how they divide follows after it, and has a row of its own.
 * `url` is a superuser's, for LIKE on the same table.
 */
export async function searchOf(size: number, url: string, smallest: number | null): Promise<Searched> {
  const found = await time(people.reader, find);
  const note = loaded(loadavg()[0] ?? 0);
  const many = await time(people.readerOfMany, find);
  const counted = await time(people.reader, count);
  const like = await likeOn(url);
  const isLargest = size === 1_000_000;
  const rows: Measured[] = [
    atSize("查找，中位", size, found.p50, { unit: "毫秒", note }),
    atSize("查找，95%", size, found.p95, { unit: "毫秒", ...(isLargest && { bound: 60 }) }),
    atSize("查找，读者在许多不同的发送名单上，中位", size, many.p50, { unit: "毫秒" }),
    atSize("查找，读者在许多不同的发送名单上，95%", size, many.p95, { unit: "毫秒" }),
    atSize("其后的条数和分类，中位", size, counted.p50, { unit: "毫秒" }),
    atSize("其后的条数和分类，95%", size, counted.p95, { unit: "毫秒" }),
    atSize("同一张表上的 LIKE，中位", size, like, { unit: "毫秒" }),
  ];
  if (smallest !== null)
    rows.push({
      what: `查找，${size} 篇与最少篇数之比，95%`,
      value: found.p95 / smallest,
      unit: "倍",
      ...(isLargest && { bound: 2 }),
    });
  return { rows, p95: found.p95 };
}

/** What else the machine had to do: with more than it has processors all of it takes longer. */
function loaded(load: number): string {
  return `机器负载 ${load.toFixed(1)}，处理器 ${availableParallelism()} 个`;
}

/** Each question once to warm up, then in some runs more, of which the middle one counts; no two are the same. */
async function time(reader: Actor, ask: typeof find | typeof count): Promise<{ p50: number; p95: number }> {
  const questions = questionsOf(drawFrom(18));
  for (const wanted of questions) await ask(reader, wanted);
  const [p50, p95]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    const milliseconds: number[] = [];
    for (const wanted of questions) {
      const from = performance.now();
      await ask(reader, wanted);
      milliseconds.push(performance.now() - from);
    }
    p50.push(quantile(milliseconds));
    p95.push(quantile(milliseconds, 0.95));
  }
  return { p50: quantile(p50), p95: quantile(p95) };
}

/** One word or two, common ones as often as rare ones; seven of ten with a filter or two; some by date. */
function questionsOf(draw: Draw): Wanted[] {
  // As many of the first ten words as of the next ninety, of the next nine hundred, and of the rest.
  const word = () => vocabulary[Math.floor(10 ** (draw() * Math.log10(vocabulary.length)))] ?? "";
  const any = (of: number) => Math.floor(draw() * of);
  return Array.from({ length: asked }, () => {
    const words = [word(), ...(draw() < 0.3 ? [word()] : []), ...(draw() < 0.1 ? [`-${word()}`] : [])];
    const year = 2016 + any(9);
    return wantedSchema.parse({
      q: draw() < 0.1 ? officialNames[any(officialNames.length)] : words.join(" "),
      ...(draw() < 0.3 && { office: idOf("office", any(offices / 3)) }),
      ...(draw() < 0.2 && { publication: idOf("publication", any(2)) }),
      ...(draw() < 0.2 && { section: "重要活动" }),
      ...(draw() < 0.3 && { from: `${year}-01-01`, to: `${year + any(2)}-12-31` }),
      order: draw() < 0.3 ? "date" : "relevance",
    });
  });
}

/** What it would be without an index: the same table, the same person, the count alone. */
async function likeOn(url: string): Promise<number> {
  const words = questionsOf(drawFrom(18))
    .slice(0, 5)
    .map(({ q }) => q.split(" ")[0] ?? "");
  const { rows: audiences } = await withClient(url, (client) =>
    client.query(`SELECT "audienceId" FROM "SearchMember" WHERE "accountId" = $1`, [people.reader.id]),
  );
  const tokens = audiences.map(({ audienceId }: { audienceId: number }) => `~a${audienceId}`);
  const milliseconds: number[] = [];
  for (const word of words) {
    const from = performance.now();
    await withClient(url, (client) =>
      client.query(
        `SELECT count(*) FROM "SearchDocument" WHERE body LIKE $1 AND string_to_array(tokens, ' ') && $2::text[]`,
        [`%${word}%`, tokens],
      ),
    );
    milliseconds.push(performance.now() - from);
  }
  return quantile(milliseconds);
}
