import { people } from "./archive/house";
import { onFilled } from "./archive/scratch";
import { enterTown } from "./town/people";
import { enterBoard } from "./desk/issue";
import { board } from "@/bulletin/desk/board";
import { inspect, openIssues } from "@/bulletin/desk/inspect";
import { publications } from "@/bulletin/desk/publications";
import { handledToday, queue, silentOffices } from "@/bulletin/desk/queue";
import { queueFilter } from "@/bulletin/desk/queueFilter";
import { offices } from "@/bulletin/people/offices";
import { coverageOf } from "@/bulletin/archive/statistics/coverage";
import { tentativeNumber } from "@/bulletin/press/numbering";
import { actorOf } from "@/lib/actorOf";
await onFilled(10000, async (url) => {
  await enterTown(url);
  const { issueId } = await enterBoard();
  const e = people.editor;
  const first = (await queue(e, queueFilter.parse({}))).items[0]?.id ?? "";
  const fns: Record<string, () => Promise<unknown>> = {
    actorOf: () => actorOf(e.id), board: () => board(e, issueId), coverage: () => coverageOf(e, issueId),
    queue: () => queue(e, queueFilter.parse({})), handled: () => handledToday(e), silent: () => silentOffices(e), offices: () => offices(e), publications: () => publications(e),
    openIssues: () => openIssues(e), inspect: () => inspect(e, first),
  };
  for (const [name, f] of Object.entries(fns)) {
    for (let i = 0; i < 15; i++) await f();
    const c = process.cpuUsage(), t = performance.now(); const n = 30;
    for (let i = 0; i < n; i++) await f();
    const d = process.cpuUsage(c);
    console.log(name.padEnd(14), "cpu", ((d.user + d.system) / 1000 / n).toFixed(2), "wall", ((performance.now() - t) / n).toFixed(2));
  }
});
process.exit(0);
