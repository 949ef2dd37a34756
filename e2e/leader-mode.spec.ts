import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { paragraphs } from "@/bulletin/testing/items";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { isTold, writeByHand } from "./acts";
import { db, issueOut, ownLeader, ownWeekly } from "./builders";
import { expect, test } from "./fixtures";

// For a person over sixty on a tablet, a telephone or a wall screen, who has learned nothing.
const long = paragraphs(...Array.from({ length: 12 }, (_, at) => `第${at + 1}段写到一件事情的来龙去脉，有前有后。`));
const texts = (...headlines: string[]) => headlines.map((headline) => ({ headline: [headline], blocks: long }));

test("the list of stories is opened at the top of a telephone and stays in sight, and leads to each of them", async ({
  signIn,
}) => {
  const reader = await leaderOf("the list");
  const weekly = await ownWeekly("目录周刊", reader);
  const { id } = await issueOut(weekly, ...texts("头一篇", "第二篇", "第三篇"));
  const page = await signIn(reader.account, { width: 390, height: 844, touch: true });
  await page.goto(`/reading/${id}`);
  const list = page.getByRole("main").getByText("目录", { exact: true });
  // A little further down: what folds out above the text must not push itself out of sight.
  await page.evaluate(() => window.scrollTo(0, 30));
  await list.tap();
  const third = page.getByRole("main").getByRole("link", { name: "第三篇" });
  await expect(third).toBeInViewport();
  await expect(list).toBeInViewport();
  await third.tap();
  await expect(page.getByRole("heading", { name: "第三篇" })).toBeInViewport();
  await page.getByRole("link", { name: "3 / 3" }).tap();
  await expect(list).toBeInViewport();
  await expect(page.getByRole("main").locator("summary")).toBeFocused();
});

const screens = [
  { what: "a tablet", width: 1024, height: 768 },
  { what: "a telephone", width: 390, height: 844 },
];

for (const { what, ...screen } of screens)
  test(`the daily work is done by touch alone on ${what}`, async ({ signIn }) => {
    const reader = await leaderOf(what);
    const weekly = await ownWeekly(`${screen.width}周刊`, reader);
    const { id: earlier } = await issueOut(weekly, ...texts("先来的一篇"));
    const { id } = await issueOut(weekly, ...texts("头一篇", "第二篇"));
    const page = await signIn(reader.account, { ...screen, touch: true });
    await page.goto("/reading");
    await expect(page.getByText("待阅2件").first()).toBeVisible();
    await page.getByRole("list", { name: "今日待阅" }).getByRole("link", { name: /第2期/ }).tap();
    await expect(page).toHaveURL(`/reading/${id}`);
    await expect.poll(async () => (await deliveryOf(reader, id)).openedAt).not.toBeNull();

    await test.step("one story on, and back", async () => {
      const steps = page.getByRole("navigation", { name: "上下篇" });
      await steps.getByRole("button", { name: "下一篇" }).tap();
      await expect(page.getByText(/^(第2篇，共2篇|2 \/ 2)$/).filter({ visible: true })).toBeVisible();
      await expect(page.getByRole("heading", { name: "第二篇" })).toBeInViewport();
      await steps.getByRole("button", { name: "上一篇" }).tap();
      await expect(page.getByText(/^(第1篇，共2篇|1 \/ 2)$/).filter({ visible: true })).toBeVisible();
    });
    await test.step("大 is remembered", async () => {
      const large = page.getByRole("button", { name: "大", exact: true });
      if (!(await large.isVisible())) await page.getByLabel("字号与打印").tap();
      await large.tap();
      await expect(page.getByRole("main")).toHaveCSS("font-size", "27px");
      await page.reload();
      await expect(page.getByRole("main")).toHaveCSS("font-size", "27px");
      await neverSideways(page);
    });
    await test.step("已阅, and the next one", async () => {
      await page.getByRole("button", { name: "签收", exact: true }).tap();
      await expect(page.getByText(/^已阅 \d/)).toBeVisible();
      await page.getByRole("link", { name: "下一期待阅" }).tap();
      await expect(page).toHaveURL(`/reading/${earlier}`);
      await expect(page.getByRole("heading", { name: "先来的一篇" })).toBeVisible();
      await expect(page.getByRole("main")).toHaveCSS("font-size", "27px");
      await page.getByRole("button", { name: "签收", exact: true }).tap();
      await expect(page.getByText(/^已阅 \d/)).toBeVisible();
      await expect(page.getByRole("link", { name: "下一期待阅" })).toHaveCount(0);
    });
    for (const issueId of [id, earlier]) expect((await deliveryOf(reader, issueId)).acknowledgedAt).not.toBeNull();
  });

test("on a wall screen the arrows, N, Y and P do the daily work, and high contrast is remembered", async ({
  signIn,
}) => {
  const reader = await leaderOf("keys");
  const weekly = await ownWeekly("按键周刊", reader);
  const { id } = await issueOut(weekly, ...texts("头一篇", "第二篇"));
  const { id: later } = await issueOut(weekly, ...texts("后来的一篇"));
  const page = await signIn(reader.account);
  await page.goto(`/reading/${id}`);
  const place = (at: number) => page.getByText(`第${at}篇，共2篇`);
  await expect(place(1)).toBeVisible();
  // Until the scripts listen a key does nothing; pressed once too often it leads to the next issue.
  await isTold(page);
  await page.keyboard.press("ArrowRight");
  await expect(place(2)).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(place(1)).toBeVisible();
  await page.keyboard.press("y");
  await expect(page.getByText(/^已阅 \d/)).toBeVisible();
  expect((await deliveryOf(reader, id)).acknowledgedAt).not.toBeNull();
  await page.keyboard.press("p");
  const dialog = page.getByRole("dialog", { name: "批示" });
  await expect(dialog).toBeVisible();
  // While something is written a letter is a letter.
  await dialog.getByLabel("文字").press("n");
  await expect(page).toHaveURL(`/reading/${id}`);
  await dialog.getByLabel("文字").fill("");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("n");
  await expect(page).toHaveURL(`/reading/${later}`);
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(`/reading/${id}`);

  await page.getByLabel("字号与打印").click();
  await page.getByRole("button", { name: "高对比度" }).click();
  await expect(page.getByRole("button", { name: "高对比度" })).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(page.getByRole("main").getByRole("heading", { name: "头一篇" })).toHaveCSS("color", "rgb(0, 0, 0)");
  for (const address of ["/reading", "/search", "/notices"]) {
    await page.goto(address);
    await expect(page.locator("html"), address).toHaveCSS("background-color", "rgb(255, 255, 255)");
  }
});

test("where everything stands on one screen the arrows lead to the issues around", async ({ signIn }) => {
  const reader = await leaderOf("short");
  const weekly = await ownWeekly("短刊", reader);
  const { id: before } = await issueOut(weekly, "先来的一篇");
  const { id } = await issueOut(weekly, "只有一句的一篇", "也只有一句的一篇");
  const { id: later } = await issueOut(weekly, "后来的一篇");
  const page = await signIn(reader.account, { width: 900, height: 1800 });
  for (const [key, around] of [
    ["ArrowRight", later],
    ["ArrowLeft", before],
  ] as const) {
    await page.goto(`/reading/${id}`);
    // Drawn by the server it says 下一篇: the page knows that it fits once its scripts have looked.
    await expect(page.getByRole("button", { name: "下一期" })).toBeEnabled();
    await page.keyboard.press(key);
    await expect(page).toHaveURL(`/reading/${around}`);
  }
});

test("nothing on the reading page is smaller than 20 px, and it never scrolls sideways", async ({ signIn }) => {
  const reader = await leaderOf("sizes");
  const { id } = await issueOut(await ownWeekly("字号周刊", reader), ...texts("头一篇", "第二篇"));
  for (const { width, height } of [...screens, { width: 1920, height: 1080 }]) {
    const page = await signIn(reader.account, { width, height });
    await page.goto(`/reading/${id}`);
    await page.getByLabel("字号与打印").click();
    await neverSideways(page);
    expect.soft(await smallTexts(page), `at ${width} px`).toEqual([]);
    await page.getByLabel("字号与打印").click();
    await page.getByRole("button", { name: "批示", exact: true }).click();
    await neverSideways(page);
    expect.soft(await smallTexts(page), `at ${width} px, writing`).toEqual([]);
    await page.close();
  }
  const page = await signIn(reader.account, { width: 390, height: 844 });
  await page.goto(`/reading/${id}`);
  await page.getByRole("button", { name: "签收", exact: true }).click();
  await expect(page.getByText(/^已阅 \d/)).toBeVisible();
  expect.soft(await smallTexts(page), "once it is read").toEqual([]);
  await neverSideways(page);
  // The receipt stands in one line, however little room there is.
  expect((await page.getByText(/^已阅 \d/).boundingBox())?.height).toBeLessThan(40);
  await page.goto("/reading");
  expect.soft(await smallTexts(page), "the tray").toEqual([]);
});

test("批示 fits the window, the pad in it above its buttons, and the text beneath can be read", async ({ signIn }) => {
  const reader = await leaderOf("fits");
  const { id } = await issueOut(await ownWeekly("手写周刊", reader), ...texts("头一篇", "第二篇"));
  const page = await signIn(reader.account);
  for (const height of [900, 768]) {
    await page.setViewportSize({ width: 1440, height });
    await page.goto(`/reading/${id}`);
    await page.getByRole("button", { name: "批示", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "批示" });
    await writeByHand(page);
    const { hidden, veil } = await dialog.evaluate((element) => ({
      hidden: element.scrollHeight - element.clientHeight,
      veil: getComputedStyle(element, "::backdrop").backgroundColor,
    }));
    expect(hidden, `at ${height} px`).toBeLessThanOrEqual(0);
    expect(Number(/[,/] ?([\d.]+)\)$/.exec(veil)?.[1]), veil).toBeLessThan(0.5);
    const [pad, sends] = [dialog.getByRole("img", { name: /^手写/ }), dialog.getByRole("button", { name: "批示" })];
    expect(await bottomOf(pad)).toBeLessThan((await sends.boundingBox())?.y ?? 0);
    expect(await bottomOf(dialog)).toBeLessThanOrEqual(height);
    await page.keyboard.press("Escape");
    await page.evaluate(() => localStorage.clear());
  }
});

async function bottomOf(part: Locator): Promise<number> {
  const box = await part.boundingBox();
  return box ? box.y + box.height : Number.POSITIVE_INFINITY;
}

test("on a telephone the head stands in one row, and headlines grow with the text", async ({ signIn }) => {
  const reader = await leaderOf("head");
  const { id } = await issueOut(await ownWeekly("市政协提案信息周刊", reader), ...texts("头一篇", "第二篇"));
  const page = await signIn(reader.account, { width: 390, height: 844 });
  await page.goto(`/reading/${id}`);
  const sizes = () =>
    page.evaluate(() =>
      ["main h3", "main [data-text] p"].map((each) =>
        Number.parseFloat(getComputedStyle(document.querySelector(each) as Element).fontSize),
      ),
    );
  const [before = 0] = await sizes();
  await page.getByLabel("字号与打印").click();
  await page.getByRole("button", { name: "大", exact: true }).click();
  await expect(page.getByRole("main")).toHaveCSS("font-size", "27px");
  const [headline = 0, text = 0] = await sizes();
  expect(headline).toBeGreaterThan(before);
  expect(headline).toBeGreaterThan(text * 1.2);
  expect((await page.getByRole("banner").boundingBox())?.height).toBeLessThan(64);
  await neverSideways(page);
});

test("who is signed out while writing an instruction loses neither words nor strokes", async ({ signIn, tolerate }) => {
  tolerate(/404/);
  const reader = await leaderOf("signed-out");
  const { id } = await issueOut(await ownWeekly("登录周刊", reader), "写到一半的一篇");
  const page = await signIn(reader.account, { fresh: true });
  await page.goto(`/reading/${id}`);
  await isTold(page);
  const dialog = page.getByRole("dialog", { name: "批示" });
  const open = () => page.getByRole("button", { name: "批示", exact: true }).click();
  await open();
  await dialog.getByLabel("文字").fill("请研究，一周内告知。");
  await writeByHand(page);
  await db.session.updateMany({ where: { account: { id: reader.id } }, data: { endedAt: now() } });
  await dialog.getByRole("button", { name: "批示", exact: true }).click();
  await expect(dialog.getByText("登录已失效。文字仍在本页，请在另一标签页登录后再试。")).toBeVisible();
  await expect(dialog.getByLabel("文字")).toHaveValue("请研究，一周内告知。");
  await expect(dialog.getByRole("img", { name: "手写，已写2笔" })).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("账号").fill(reader.account);
  await page.getByLabel("密码", { exact: true }).fill("Bianfa-demo-2026");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).toHaveURL("/reading");
  await page.goto(`/reading/${id}`);
  await open();
  await expect(dialog.getByText("上次没有写完的批示还在，可接着写。")).toBeVisible();
  await expect(dialog.getByLabel("文字")).toHaveValue("请研究，一周内告知。");
  await expect(dialog.getByRole("img", { name: "手写，已写2笔" })).toBeVisible();
  await dialog.getByRole("button", { name: "批示", exact: true }).click();
  await expect(page.getByRole("region", { name: `${reader.name}的批示` })).toContainText("请研究，一周内告知。");
  await open();
  await expect(dialog.getByLabel("文字")).toHaveValue("");
  // One more on the same page is another one, not the one before sent again.
  await dialog.getByLabel("文字").fill("另请附上去年的数字。");
  await dialog.getByRole("button", { name: "批示", exact: true }).click();
  const instructions = page.getByRole("region", { name: `${reader.name}的批示` });
  await expect(instructions.filter({ hasText: "另请附上去年的数字。" })).toBeVisible();
  await expect(instructions.filter({ hasText: "请研究，一周内告知。" })).toBeVisible();
});

function leaderOf(story: string): Promise<Actor> {
  return ownLeader(`${story.replaceAll(" ", "-")}-${randomBytes(3).toString("hex")}`, "钟阅卿");
}

function deliveryOf({ id: accountId }: Actor, issueId: string) {
  return db.delivery.findUniqueOrThrow({ where: { issueId_accountId: { issueId, accountId } } });
}

async function neverSideways(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(over, `${page.url()} scrolls sideways by so many pixels`).toBeLessThanOrEqual(0);
}

/** What is written smaller than 20 px, outside of the foot of the issue, which repeats the printed page. */
function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim();
      if (!element || !text || element.closest("main footer, script, style, .sr-only")) continue;
      if (!element.checkVisibility() || element.getBoundingClientRect().width <= 1) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < 20) found.add(`${size} px: ${text}`);
    }
    return [...found];
  });
}

test("what was written comes into sight; menus close, and without a line the page stays", async ({
  signIn,
  tolerate,
}) => {
  tolerate(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const reader = await leaderOf("in-sight");
  const weekly = await ownWeekly("在场周刊", reader);
  const titles = ["头一篇", "第二篇", "第三篇", "第四篇", "第五篇"] as const;
  const { id } = await issueOut(weekly, ...titles);
  await issueOut(weekly, "后一期的一篇");
  const page = await signIn(reader.account, { fresh: true });
  await page.setViewportSize({ width: 1024, height: 600 });
  await page.goto(`/reading/${id}`);
  await isTold(page);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.getByRole("button", { name: "批示", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "批示" });
  await dialog.getByLabel("全期").check();
  await dialog.getByLabel("文字").fill("已阅，全期都好。");
  await dialog.getByRole("button", { name: "批示", exact: true }).click();
  await expect(page.getByRole("region", { name: `${reader.name}的批示` })).toBeInViewport();

  const menu = page.getByRole("button", { name: "高对比度" });
  for (const close of [() => page.keyboard.press("Escape"), () => page.getByRole("main").click()]) {
    await page.getByLabel("字号与打印").click();
    await expect(menu).toBeVisible();
    await close();
    await expect(menu).toBeHidden();
  }
  await page.getByLabel("字号与打印").click();
  await menu.focus();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("字号与打印")).toBeFocused();

  await page.context().setOffline(true);
  await page.keyboard.press("n");
  await expect(page.getByRole("alert").filter({ hasText: "网络中断" })).toBeVisible();
  await page.context().setOffline(false);
  await page.keyboard.press("n");
  await expect(page).not.toHaveURL(`/reading/${id}`);
});
