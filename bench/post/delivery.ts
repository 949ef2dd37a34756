import { distribute } from "@/bulletin/post/distribute";
import { tray, trayFilter } from "@/bulletin/post/reading";
import { seenIssue } from "@/bulletin/testing/issues";
import { signedWith, to } from "@/bulletin/testing/post";
import { connect, databaseUrl } from "@/lib/db";
import { many, readerOf, type Settled } from "./people";

const rounds = 5;
const sample = 200;

/**
 * Seconds from the call until every tray shows the issue: another connection, as other processes have
 * them, counts it in all of them. Then a sample is opened as its readers would, outside the time.
 */
export async function timeDeliveries({ people, crowd }: Settled): Promise<{ seconds: number[]; last: string }> {
  const elsewhere = connect(databaseUrl());
  const seconds: number[] = [];
  let last = "";
  for (let round = 0; round < rounds; round++) {
    last = await signedWith(people, [{ label: "发", addressees: [to("各单位", [], [crowd.office.id])] }]);
    const seen = await seenIssue(last);
    const begin = performance.now();
    await distribute(people.editor, seen);
    const inTrays = { issueId: last, acknowledgedAt: null, issue: { state: "distributed" } } as const;
    for (let shown = 0; shown < many; ) shown = await elsewhere.delivery.count({ where: inTrays });
    seconds.push((performance.now() - begin) / 1_000);
    await openTrays(crowd, last);
  }
  await elsewhere.$disconnect();
  return { seconds, last };
}

async function openTrays(crowd: Settled["crowd"], issueId: string): Promise<void> {
  for (const id of crowd.ids.filter((_, at) => at % (many / sample) === 0)) {
    const { unread } = await tray(readerOf(crowd, id), trayFilter.parse({}));
    if (!unread.some(({ issue }) => issue.id === issueId)) throw new Error("a tray does not show the issue");
  }
}
