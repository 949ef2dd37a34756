import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { takeFile } from "@/bulletin/archive/import/take";
import { open } from "@/bulletin/post/receipts";
import { recall } from "@/bulletin/press/recall";
import { seenIssue } from "@/bulletin/testing/issues";
import { pastWeekly } from "@/bulletin/testing/pastWeekly";
import type { InstructionState, IssueState, ItemState } from "@/generated/prisma/enums";
import { isTold } from "./acts";
import { db, issueOut, issueWith, ownWeekly, pointsOn, sign, stage } from "./builders";
import { expect, test } from "./fixtures";

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

test.describe.configure({ mode: "parallel" });

const item = async (state: ItemState) => {
  const office = { accounts: { some: { account: "office" } } };
  return `/items/${(await db.item.findFirstOrThrow({ where: { state, office } })).id}`;
};
const publication = { name: { in: ["工作周报", "信息快报"] } };
const issue = async (state: IssueState, more = "") =>
  `/issues/${(await db.issue.findFirstOrThrow({ where: { state, publication, entries: { some: {} } } })).id}${more}`;
const entry = async () => {
  const { id, issueId } = await db.entry.findFirstOrThrow({ where: { issue: { state: "compiling", publication } } });
  return `/issues/${issueId}/entries/${id}`;
};
const read = async () => (await issue("distributed")).replace("issues", "reading");

const instruction = async (state: InstructionState, account = "") => {
  const forwards = account ? { some: { office: { accounts: { some: { account } } } } } : undefined;
  const found = await db.instruction.findFirstOrThrow({ where: { state, forwards, leaderName: "顾承岳" } });
  return `/instructions/${found.id}`;
};
const written = async () => {
  const { issueId } = await db.instruction.findFirstOrThrow({ where: { state: "closed", leaderName: "顾承岳" } });
  return `/reading/${issueId}`;
};
const imported = async () => {
  const bytes = new TextEncoder().encode(pastWeekly(2, { name: "无障碍旧刊" }));
  const { id } = await takeFile((await stage()).actor("editor"), { name: "无障碍.txt", bytes });
  return `/archive/import/${id}`;
};
const namedLists = async () =>
  `/issues/publications/${(await db.publication.findFirstOrThrow({ where: publication })).id}/lists`;

/** Every page in the states in which it is mostly seen, by somebody whose work it is. */
const pages: Record<string, (string | (() => Promise<string>))[]> = {
  office: [
    "/items",
    "/items?view=declined",
    "/items/new",
    "/items/new?kind=brief",
    () => item("draft"),
    () => item("returned"),
    () => item("published"),
    () => item("submitted"),
    "/reading",
    "/notices",
    "/instructions",
    () => instruction("forwarded", "office"),
    "/stats",
  ],
  lead: ["/items?view=awaiting", () => item("awaitingOfficeSignOff")],
  editor: [
    "/archive",
    "/archive/import",
    imported,
    "/desk",
    "/desk?view=declined",
    "/issues",
    "/issues/ledger",
    "/issues/publications",
    () => issue("compiling"),
    () => issue("compiling", "/lists"),
    () => issue("compiling", "/rehearsal"),
    () => issue("compiling", "/imprint"),
    () => issue("distributed"),
    () => issue("distributed", "/receipts"),
    () => issue("distributed", "/signing-sheet"),
    entry,
    namedLists,
    "/notices",
    "/search?q=会议",
    "/search?q=会议&kind=item",
    "/search?q=没有这样的词",
    "/instructions",
    "/instructions?view=closed",
    () => instruction("given"),
    () => instruction("closed"),
    "/stats",
    "/stats?view=sections",
    "/stats?view=officials",
    "/stats?view=calendar",
    "/stats?view=silent&period=week",
    "/stats?view=editing",
    "/stats/list?what=adopted",
  ],
  reviewer: [() => issue("inReview")],
  signer: [() => issue("approved")],
  leader: ["/reading", "/search?q=会议", read, written, "/deputies", "/notices", "/instructions?view=all"],
  sysadmin: ["accounts", "offices", "roster", "faces", "backups"].map((part) => `/admin?part=${part}`),
  secadmin: ["/admin", "/admin?part=policy", "/admin?part=auditors", "/account", "/account/due"],
  auditor: ["/admin", "/admin?who=nobody", "/no-such-page"],
};

/** A story each: whoever has many pages is looked at by several workers at once. */
const stories = Object.entries(pages).flatMap(([account, all]) =>
  Array.from({ length: Math.ceil(all.length / 10) }, (_, at) => ({
    ...{ account, which: at ? ` (${at + 1})` : "", addresses: all.slice(at * 10, at * 10 + 10) },
  })),
);

for (const { account, which, addresses } of stories)
  test(`the pages of ${account}${which} can be used by everyone, wide and narrow`, async ({ signIn, tolerate }) => {
    tolerate(/404/);
    const page = await signIn(account);
    for (const address of addresses) {
      await page.setViewportSize(wide);
      await page.goto(typeof address === "string" ? address : await address());
      await expect(page.getByRole("main")).toBeVisible();
      await bothWays(page);
    }
  });

test("the pages of relays and points, and their dialogs, can be used by everyone, wide and narrow", async ({
  signIn,
}) => {
  await pointsOn(await ownWeekly("积分无障碍周刊"));
  const { officeId } = (await stage()).actor("office");
  const pages = {
    office: ["/stats/relays", "/stats/points?period=all", `/stats/points/${officeId}?period=all`],
    editor: [
      ...["/stats/relays", "/stats/points?period=all", "/stats/points/rules", "/stats/points/rules/new"],
      `/stats/points/${officeId}?period=all&view=sent`,
    ],
  };
  for (const [account, addresses] of Object.entries(pages)) {
    const page = await signIn(account);
    for (const address of addresses) {
      await page.goto(address);
      await bothWays(page);
    }
  }
  const dialogs: [string, string][] = [
    ["/stats/relays", "设置层级"],
    ["/stats/points", "手工增减"],
    ["/stats/points", "结算"],
  ];
  const editor = await signIn("editor");
  for (const [address, verb] of dialogs) {
    await editor.goto(address);
    await editor.getByRole("button", { name: verb, exact: true }).click();
    await expect(editor.getByRole("dialog")).toBeVisible();
    await bothWays(editor);
  }
});

test("signing in can be used by everyone, wide and narrow", async ({ stranger }) => {
  const page = await stranger();
  await page.goto("/sign-in");
  await look(page);
  await page.setViewportSize(narrow);
  await look(page);
});

test("the dialogs can be used by everyone", async ({ signIn }) => {
  const office = await signIn("office", { width: narrow.width });
  await office.goto("/items/new");
  await office.getByRole("button", { name: "加领导" }).click();
  await look(office);
  const signer = await signIn("signer", { width: narrow.width });
  await signer.goto(await issue("approved"));
  await signer.getByRole("button", { name: "签发", exact: true }).click();
  await look(signer);
  const editor = await signIn("editor");
  await editor.goto("/desk");
  await editor.getByRole("button", { name: "不采用", exact: true }).click();
  await look(editor);
});

test("the dialogs of the post can be used by everyone, wide and narrow", async ({ signIn }) => {
  const weekly = await ownWeekly("对话周刊", "leader");
  const { id } = await issueOut(weekly, "已经送出的一篇");
  const { id: later } = await issueWith(weekly, "还要送出的一篇");
  await sign(later);
  const dialogs: [string, string, string, string?][] = [
    ["leader", `/reading/${id}`, "批示", "其中一句"],
    ["leader", "/deputies", "请人代阅"],
    ["leader", "/notices", "通知方式"],
    ["editor", `/issues/${later}`, "分发", "定时送达"],
    ["editor", `/issues/${id}`, "更正"],
    ["signer", `/issues/${id}`, "撤回"],
    ["editor", "/issues/publications", "投递设置"],
    ["editor", await instruction("given"), "转办"],
    ["editor", await instruction("answered"), "办结"],
  ];
  for (const [account, address, verb, choice] of dialogs) {
    const page = await signIn(account);
    await page.goto(address);
    await page.getByRole("button", { name: verb, exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    if (choice) await page.getByRole("radio", { name: choice }).check();
    await bothWays(page);
    await page.close();
  }
});

test("a notice that comes, and what stands in the place of a recalled issue, can be used by everyone", async ({
  signIn,
}) => {
  const people = await stage();
  const weekly = await ownWeekly("撤回周刊", "leader");
  const { id } = await issueOut(weekly, "要撤回的一篇");
  await open(people.actor("leader"), id);
  const [leader, signer] = [await signIn("leader"), await signIn("signer")];
  await leader.goto("/reading");
  await isTold(leader);
  await recall(people.actor("signer"), { ...(await seenIssue(id)), reason: "内容有误" });
  const notice = leader.getByRole("link", { name: "撤回周刊第1期已撤回：内容有误", exact: true });
  await expect(notice).toBeVisible();
  await bothWays(leader);
  await notice.click();
  await expect(leader.getByRole("heading", { name: "撤回周刊第1期已撤回" })).toBeVisible();
  await signer.goto(`/issues/${id}/receipts`);
  await expect(signer.getByRole("table", { name: "撤回确认" })).toBeVisible();
  for (const page of [leader, signer]) await bothWays(page);
});

/** Colours do not change with the width; what is there on telephones alone is the same on all pages of a person. */
const contrasted = new WeakSet<Page>();

async function bothWays(page: Page): Promise<void> {
  await page.setViewportSize(wide);
  await look(page);
  await page.setViewportSize(narrow);
  await look(page, contrasted.has(page) ? ["color-contrast"] : []);
  contrasted.add(page);
}

/** No serious finding of axe; and on a telephone the page goes up and down, never sideways. */
async function look(page: Page, without: string[] = []): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const axe = new AxeBuilder({ page })
    // Outlines of glyphs by the thousand, hidden from readers by ear: looking through them takes a minute.
    .exclude("[data-page] svg")
    .exclude("#page-glyphs")
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .disableRules(without);
  const grave = (await axe.analyze()).violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = grave.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html}`));
  expect.soft(told, `axe at ${width} px, ${page.url()}`).toEqual([]);
  if (width > narrow.width) return;
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(over, `${page.url()} scrolls sideways by so many pixels`).toBeLessThanOrEqual(0);
}
