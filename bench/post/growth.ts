import { tray, trayFilter } from "@/bulletin/post/reading";
import { receiptsOf } from "@/bulletin/post/receipts";
import { distributedWith, to } from "@/bulletin/testing/post";
import type { Measured } from "../print";
import { compare, page } from "./pages";
import { cookiesOf, few, many, pageful, type Settled } from "./people";
import type { Trial } from "./trial";

/** What a tray costs whoever has years of issues in it, and whoever has a few. */
export async function trays(web: string, { secret }: Trial, { long, short }: Settled): Promise<Measured[]> {
  const [ofLong = "", ofShort = ""] = await cookiesOf([long.id, short.id], secret);
  const all = trayFilter.parse({});
  return [
    ...rows(
      "收件箱，领域函数",
      "期",
      await compare(
        () => tray(long, all),
        () => tray(short, all),
      ),
    ),
    ...rows(
      "/reading",
      "期",
      await compare(
        () => page(web, "/reading", ofLong),
        () => page(web, "/reading", ofShort),
      ),
    ),
  ];
}

/** What the receipts of an issue cost. Beside the few also against those who fill a page: what is left between them is what grows. */
export async function receipts(web: string, { secret }: Trial, settled: Settled, longId: string): Promise<Measured[]> {
  const { people, handful, hundred } = settled;
  const sentTo = ({ office }: Settled["crowd"]) =>
    distributedWith(people, [{ label: "发", addressees: [to("各单位", [], [office.id])] }]);
  const [shortId, fullId] = [await sentTo(handful), await sentTo(hundred)];
  const [editor = ""] = await cookiesOf([people.editor.id], secret);
  const domain = (id: string) => () => receiptsOf(people.editor, id);
  const shown = (id: string) => () => page(web, `/issues/${id}/receipts`, editor);
  const all: Measured[] = [];
  for (const [what, run] of [
    ["签收情况，领域函数", domain],
    ["/issues/ID/receipts", shown],
  ] as const) {
    const full = await compare(run(longId), run(fullId));
    const note = `与 ${pageful} 人（同样满一页）之比 ${full.ratio.toFixed(1)}`;
    all.push(...rows(what, "人", await compare(run(longId), run(shortId)), note));
  }
  return all;
}

type Compared = Awaited<ReturnType<typeof compare>>;

function rows(what: string, of: string, { long, short, ratio }: Compared, note?: string): Measured[] {
  return [
    { what: `${what}，${many} ${of}，中位`, value: long, unit: "毫秒" },
    { what: `${what}，${few} ${of}，中位`, value: short, unit: "毫秒" },
    { what: `${what}，${many} ${of}与 ${few} ${of}之比`, value: ratio, unit: "倍", bound: 1.5, note },
  ];
}
