import { build } from "@/bin/prepare/build";
import { letGoOfDatabase } from "../database";
import { type Measured, quantile } from "../print";
import { timeDeliveries } from "./delivery";
import { receipts, trays } from "./growth";
import { writeHistory } from "./history";
import { type Heard, timeNotices } from "./notices";
import { cookiesOf, many, settle, watchers } from "./people";
import { startTrial, type Trial } from "./trial";

/** The post against its bounds: a great many readers, open pages, and years of history. */
export async function measure(): Promise<Measured[]> {
  await build(() => process.stderr.write("正在构建。\n"));
  const trial = await startTrial();
  try {
    return await measured(trial);
  } finally {
    await letGoOfDatabase();
    await trial.end();
  }
}

async function measured(trial: Trial): Promise<Measured[]> {
  const settled = await settle();
  const { seconds, last } = await timeDeliveries(settled);
  const webs = [(await trial.startWeb()).url, (await trial.startWeb()).url];
  const { quiet, busy, pages } = await timeNotices(settled, webs, await cookiesOf(settled.watching.ids, trial.secret));
  await writeHistory(trial, settled);
  return [
    { what: `分发到 ${many} 个收件箱，中位`, value: quantile(seconds), unit: "秒" },
    { what: `分发到 ${many} 个收件箱，最长`, value: Math.max(...seconds), unit: "秒", bound: 3 },
    ...heardBy("没有别的事", quiet),
    ...heardBy("每秒 20 个页面", busy, `共 ${pages} 个页面`),
    ...(await trays(webs[0] ?? "", trial, settled)),
    ...(await receipts(webs[0] ?? "", trial, settled, last)),
  ];
}

/** The time from the commit to the event, of each of the pages that are open on two webs. */
function heardBy(when: string, { milliseconds, missed }: Heard, more = ""): Measured[] {
  const what = (which: string) => `${watchers} 个打开的网页得到通知，${when}，${which}`;
  const note = [more, missed ? `${missed} 次没有得到` : ""].filter(Boolean).join("，");
  return [
    { what: what("中位"), value: quantile(milliseconds), unit: "毫秒" },
    { what: what("95%"), value: quantile(milliseconds, 0.95), unit: "毫秒" },
    { what: what("最长"), value: missed ? null : Math.max(...milliseconds), unit: "毫秒", bound: 1_000, note },
  ];
}
