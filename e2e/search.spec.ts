import { isTold } from "./acts";
import { db, issueOut, ownWeekly } from "./builders";
import { alive, expect, test } from "./fixtures";

test("a leader finds what was delivered by Ctrl-K alone, and it opens at its place", async ({ signIn }) => {
  const weekly = await ownWeekly("查找周刊", "leader");
  await issueOut(weekly, "云梯街加装电梯竣工");
  const page = await signIn("leader");
  await page.goto("/reading");
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: "输入要查的字词" });
  await expect(box).toBeFocused();
  await box.fill("云梯街");
  const option = page.getByRole("option", { name: /云梯街加装电梯竣工/ });
  await expect(option).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/reading\/[0-9a-f-]+#entry-/);
  await expect(page.getByRole("heading", { name: /云梯街/ })).toBeInViewport();
});

test("what one may not see is neither found nor counted nor suggested", async ({ signIn }) => {
  const page = await signIn("office2");
  const draft = await db.item.findFirstOrThrow({
    where: { state: "draft", office: { accounts: { some: { account: "office" } } } },
  });
  const title = draft.headline.join("") || draft.id;
  await page.goto(`/search?q=${encodeURIComponent(`“${title}”`)}`);
  await expect(page.getByText("没有查到")).toBeVisible();
  const answer = await page.request.get(`/search/suggest?q=${encodeURIComponent(title)}`);
  expect((await answer.json()).found).toEqual([]);
});

test("a search is narrowed by its counts, saved, and forgotten", async ({ signIn }) => {
  const page = await signIn("editor");
  await page.goto("/search?q=会议");
  await expect(page.locator("mark").first()).toHaveText("会议");
  const facet = page.getByRole("navigation", { name: "按类缩小范围" }).getByRole("link", { name: /^稿件/ });
  const count = (await facet.textContent())?.match(/\d+$/)?.[0];
  await facet.click();
  await expect(page.getByRole("main").getByRole("status").first()).toHaveText(`查到${count}条`);
  await page.getByRole("button", { name: "保存这次查找" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("名称").fill("会议稿件");
  await dialog.getByRole("button", { name: "保存", exact: true }).click();
  const saved = page.getByRole("link", { name: "会议稿件" });
  await expect(saved).toHaveAttribute("href", /kind=item/);
  await page.getByRole("button", { name: "删除“会议稿件”" }).click();
  await expect(saved).toHaveCount(0);
});

test("what is chosen among the counts stands beside its alternatives", async ({ signIn }) => {
  const page = await signIn("editor");
  await page.goto("/search?q=会议");
  const facets = page.getByRole("navigation", { name: "按类缩小范围" });
  const offices = facets.locator("section").filter({ has: page.getByRole("heading", { name: "单位" }) });
  const links = offices.getByRole("link");
  const before = await links.allTextContents();
  expect(before.length).toBeGreaterThan(1);
  await links.nth(1).click();
  await expect(page).toHaveURL(/office=/);
  await expect(offices.locator("[aria-current=true]")).toHaveText(before[1] ?? "");
  expect((await links.allTextContents()).sort()).toEqual(before.sort());
});

test("an item and its entry are one hit, from which each is reached", async ({ signIn }) => {
  const weekly = await ownWeekly("一稿周刊", "leader");
  const { id } = await issueOut(weekly, "雁栖桥加固完工");
  const page = await signIn("editor");
  await page.goto("/search?q=雁栖桥加固");
  await expect(page.getByRole("main").getByRole("status").first()).toHaveText("查到1条");
  await page.getByRole("link", { name: "看稿件" }).click();
  await expect(page).toHaveURL(/\/desk\?item=/);
  await page.goto("/search?q=雁栖桥加固&kind=item");
  await expect(page.getByRole("main").getByRole("status").first()).toHaveText("查到1条");
  await page.getByRole("link", { name: "看条目" }).click();
  await expect(page).toHaveURL(new RegExp(`/reading/${id}#entry-`));
});

test("on a phone the counts are one tap away, above what was found", async ({ signIn }) => {
  const page = await signIn("editor");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/search?q=会议");
  const facets = page.getByRole("navigation", { name: "按类缩小范围" });
  const opener = page.locator("summary", { hasText: /^筛选$/ });
  await expect(opener).toBeInViewport();
  await expect(facets).toBeHidden();
  await opener.click();
  await facets.getByRole("link", { name: /^条目/ }).click();
  await expect(page).toHaveURL(/kind=entry/);
  await expect(page.getByRole("link", { name: "去掉“条目”" })).toBeInViewport();
});

for (const account of ["editor", "leader"])
  for (const width of [1440, 390])
    test(`the box is worked by keys alone: ${account}, ${width} wide`, async ({ signIn }) => {
      const page = await signIn(account);
      await page.setViewportSize({ width, height: 844 });
      await page.goto(account === "leader" ? "/reading" : "/issues");
      const opener = page.getByRole("link", { name: /^查找/ }).first();
      await opener.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: "查找" });
      const box = dialog.getByRole("combobox");
      await expect(box).toBeFocused();
      await box.fill("会议");
      const options = dialog.getByRole("option");
      await expect(options.nth(1)).toBeVisible();
      await page.keyboard.press("ArrowUp");
      await expect(options.last()).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("ArrowDown");
      await expect(options.first()).toHaveAttribute("aria-selected", "true");
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(opener).toBeFocused();
      await page.keyboard.press("Control+k");
      await expect(box).toHaveValue("");
      await box.fill("会议");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/\/search\?q=/);
      await expect(page.locator("mark").first()).toHaveText("会议");
      // What was looked for stands there the next time, once the page listens.
      await isTold(page);
      await page.keyboard.press("Control+k");
      await expect(options).toHaveText([/^会议/]);
    });

test("dates that were turned round are turned, and it says so", async ({ signIn }) => {
  const page = await signIn("office");
  await page.goto("/search?from=2026-12-31&to=2026-01-01");
  await expect(page.getByText(/起止日期颠倒/)).toBeVisible();
  await expect(page.getByLabel("起始日期")).toHaveValue("2026-01-01");
});

test("the box is there before scripts load", async ({ browser, signIn }) => {
  const state = await (await signIn("office")).context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state });
  const page = await context.newPage();
  await page.goto("/items");
  await page.getByRole("link", { name: /查找/ }).click();
  await page.getByRole("searchbox", { name: "输入要查的字词" }).fill("会议");
  await page.getByRole("main").getByRole("button", { name: "查找" }).click();
  await expect(page).toHaveURL(/\/search\?.*q=/);
  await expect(page.locator("mark").first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /^查到\d+条$/ })).toBeVisible();
  await page.getByRole("navigation", { name: "按类缩小范围" }).getByRole("link", { name: /^条目/ }).click();
  await expect(page).toHaveURL(/kind=entry/);
  await expect(page.getByRole("status").filter({ hasText: /^查到\d+条$/ })).toBeVisible();
  // An address that somebody passed on does not say it; what was counted by then stands in the page, else a link leads to it.
  await page.goto("/search?q=会议");
  const [counted, link] = [
    page.getByRole("status").filter({ hasText: /^查到\d+条$/ }),
    page.getByRole("link", { name: "显示条数和分类" }),
  ];
  await expect(counted.or(link).first()).toBeVisible();
  if (await link.isVisible()) await link.click();
  await expect(counted).toBeVisible();
  await context.close();
});

test("ten thousand characters are asked for as far as a question goes, and it says so", async ({
  signIn,
  tolerate,
}) => {
  tolerate(/431/);
  const page = await signIn("leader");
  const long = "河湖长制".repeat(2_500);
  await page.goto("/search");
  await page.getByRole("searchbox").fill(long);
  await page.getByRole("button", { name: "查找", exact: true }).click();
  await expect(page.getByText("查找的文字过长，只查前面200字、12个词。")).toBeVisible();
  await alive(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "输入要查的字词" }).fill(long);
  await page.keyboard.press("Enter");
  await expect(page.getByText("查找的文字过长，只查前面200字、12个词。")).toBeVisible();
  // Whoever writes the address by hand is told what is too long, and how to come back.
  const answer = await page.request.get(`/search?q=${encodeURIComponent(long.slice(0, 2_500))}`);
  expect(answer.status()).toBe(431);
  expect(await answer.text()).toContain("不超过200字");
});
