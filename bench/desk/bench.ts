import { build } from "@/bin/prepare/build";
import { paragraphs } from "@/bulletin/testing/items";
import { idOf, people } from "../archive/house";
import type { Asks } from "../asks";
import { letGoOfDatabase } from "../database";
import { cookiesOf } from "../post/people";
import { startTrial, type Trial } from "../post/trial";
import { atSize, type Measured, quantile } from "../print";
import { actCall, type Call, pageCall } from "../town/acts";
import { call, isDone } from "../town/call";
import { enterTown } from "../town/people";
import { enterBoard } from "./issue";

const counted = 60;
/** Each address is asked for twice: a copy of a filling has nothing in memory yet, a desk that is at work has. */
const passes = ["，初次", ""] as const;
const bound = 80;
const growth = 1.5;

/** What the secretariat does all day, as the archive grows: milliseconds from the request to the end of the answer. */
export async function measure({ sizes }: Asks): Promise<Measured[]> {
  await build(() => process.stderr.write("正在构建。\n"));
  const rows: Measured[] = [];
  const smallest = new Map<string, number>();
  for (const size of sizes) {
    const trial = await startTrial({ filled: size });
    try {
      await enterTown(trial.url);
      for (const [what, times] of Object.entries(await timed(trial))) {
        const p95 = quantile(times, 0.95);
        const least = smallest.get(what);
        const isFirst = what.endsWith(passes[0]);
        rows.push(
          atSize(`${what}，中位`, size, quantile(times), { unit: "毫秒" }),
          atSize(`${what}，95%`, size, p95, { unit: "毫秒", ...(!isFirst && { bound }) }),
          atSize(`${what}，99%`, size, quantile(times, 0.99), { unit: "毫秒" }),
        );
        if (isFirst) continue;
        if (least === undefined) smallest.set(what, p95);
        else
          rows.push({
            what: `${what}，${size} 篇与 ${sizes[0]} 篇之比，95%`,
            value: p95 / least,
            unit: "倍",
            bound: growth,
          });
      }
    } finally {
      await letGoOfDatabase();
      await trial.end();
    }
  }
  return rows;
}

export async function timed(trial: Pick<Trial, "startWeb" | "secret">): Promise<Record<string, number[]>> {
  const { url: web } = await trial.startWeb();
  const [cookie = ""] = await cookiesOf([people.editor.id], trial.secret);
  const { issueId, entryIds } = await enterBoard();
  const at = (round: number, of: number) => round % of;
  const queries = [
    () => "/desk",
    (round: number) => `/desk?office=${idOf("office", at(round, 60))}`,
    (round: number) => `/desk?view=published&publication=${idOf("publication", at(round, 2))}`,
    (round: number) => `/desk?view=declined&section=${idOf("section", at(round, 16))}&kind=brief`,
    (round: number) => `/desk?from=20${16 + at(round, 10)}-03-01&to=20${16 + at(round, 10)}-04-30&view=returned`,
    () => "/desk?sort=office&page=2",
    (round: number) => `/desk?text=${encodeURIComponent(["座谈会", "安全生产", "水利"][at(round, 3)] ?? "")}`,
  ];
  const versions = new Map<string, number>();
  const save = (round: number): Call => {
    const id = entryIds[at(round, entryIds.length)] ?? "";
    const version = (versions.get(id) ?? 1) as number;
    versions.set(id, version + 1);
    const text = { headline: ["改过的标题"], blocks: paragraphs(`第${round}次改稿。`, "内容如前。") };
    const input = { id, version, ...text, date: null, place: "", reason: "统一体例" };
    return actCall(web, `/issues/${issueId}/entries/${id}`, "editEntryAction", input);
  };
  // The same addresses in each pass.
  const queue = (round: number): Call => {
    const query = queries[at(round, queries.length)] as (typeof queries)[number];
    return pageCall(query(round));
  };
  const kinds: Record<string, (round: number) => Call> = {
    来稿队列与筛选: (round) => queue(at(round, counted)),
    "编排，40 条": () => pageCall(`/issues/${issueId}`),
    保存一条改稿: save,
  };
  const times: Record<string, number[]> = {};
  for (const [pass, name] of passes.entries())
    for (let round = 0; round < counted; round++)
      for (const [what, make] of Object.entries(kinds)) {
        const wanted = make(pass * counted + round);
        const begin = performance.now();
        const answer = await call(web, wanted, cookie);
        const taken = performance.now() - begin;
        times[what + name] ??= [];
        times[what + name]?.push(taken);
        if (!isDone(wanted, answer))
          throw new Error(`${wanted.path} answered ${answer.status}: ${answer.text.slice(-300)}`);
      }
  return times;
}
