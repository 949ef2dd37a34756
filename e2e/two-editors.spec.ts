import type { Page } from "@playwright/test";
import { db, issueWith, ownWeekly } from "./builders";
import { expect, test } from "./fixtures";

test("what one editor moves, the other sees without asking", async ({ signIn }) => {
  const { id } = await issueWith(await ownWeekly("同编周刊"), "甲", "乙");
  const [one, two] = [await signIn("editor"), await signIn("editor2")];
  for (const page of [one, two]) {
    await page.goto(`/issues/${id}`);
    await expect(page.locator("html")).toHaveAttribute("data-live", new RegExp(id));
  }
  await one.getByRole("button", { name: "“乙”的操作" }).click();
  await one.getByRole("menuitem", { name: "上移" }).click();
  await expect(two.getByRole("grid").getByRole("row").nth(1)).toHaveAttribute("aria-label", "乙");
});

test("of two editors on one entry the second is told who was first, and chooses", async ({ signIn }) => {
  const { id, entries } = await issueWith(await ownWeekly("争编周刊"), "两人同改的一条");
  const url = `/issues/${id}/entries/${entries[0]}`;
  const [one, two] = [await signIn("editor"), await signIn("editor2")];
  await one.goto(url);
  await two.goto(url);
  await addToText(one, "先来的改了时间。");
  await addToText(two, "后到者补充地点。");
  await one.getByRole("button", { name: "保存", exact: true }).click();
  await expect(one).toHaveURL(`/issues/${id}`);
  await two.getByRole("button", { name: "保存", exact: true }).click();

  const notice = two.getByRole("alert").filter({ hasText: "已先改了本条" });
  await expect(notice).toContainText(/周若兰 .*已先改了本条/);
  await expect(two.getByRole("deletion").filter({ hasText: "先来的改了时间" })).toBeVisible();
  await expect(two.getByRole("insertion").filter({ hasText: "后到者补充地点" })).toBeVisible();
  await expect(two.getByRole("textbox", { name: "正文" })).toContainText("后到者补充地点。");
  expect(JSON.stringify((await db.entry.findUnique({ where: { id: entries[0] } }))?.blocks)).toContain(
    "先来的改了时间",
  );

  await two.getByRole("button", { name: "以我的稿为准" }).click();
  await two.getByRole("button", { name: "保存", exact: true }).click();
  await expect(two).toHaveURL(`/issues/${id}`);
  const { blocks } = await db.entry.findUniqueOrThrow({ where: { id: entries[0] } });
  expect(JSON.stringify(blocks)).toContain("后到者补充地点。");
});

test("two editors at the imprint each keep what they changed", async ({ signIn }) => {
  const { id } = await issueWith(await ownWeekly("同改报尾"), "一条");
  const [one, two] = [await signIn("editor"), await signIn("editor2")];
  for (const page of [one, two]) await page.goto(`/issues/${id}/imprint`);
  await two.getByLabel("共印份数").fill("88");
  await two.getByRole("button", { name: "保存" }).click();
  await expect(two).toHaveURL(new RegExp(`/issues/${id}$`));
  await one.getByLabel("电话").fill("0800-5523999");
  await one.getByRole("button", { name: "保存" }).click();
  await expect(one.getByText("已先改了这一处")).toBeVisible();
  await one.getByRole("button", { name: "以我的为准" }).click();
  await expect(one.getByLabel("共印份数")).toHaveValue("88");
  await one.getByRole("button", { name: "保存" }).click();
  await expect(one).toHaveURL(new RegExp(`/issues/${id}$`));
  const { imprint } = await db.issue.findUniqueOrThrow({ where: { id } });
  expect(imprint).toMatchObject({ copies: 88, phone: "0800-5523999" });
});

test("two tabs on one draft do not overwrite each other", async ({ signIn }) => {
  const one = await signIn("office2");
  await one.goto("/items/new");
  await one.getByLabel("标题第1行").fill("两个标签页里的一篇稿");
  await expect(one).toHaveURL(/\/items\/[0-9a-f-]{36}$/);
  await expect(one.getByText(/^已保存/)).toBeVisible();
  const two = await one.context().newPage();
  await two.goto(one.url());
  await expect(two.getByRole("textbox", { name: "正文" })).toBeVisible();
  await one.getByLabel("地点").fill("北街社区");
  await addToText(one, "头一页添上春耕。");
  await expect(one.getByText(/^已保存/)).toBeVisible();
  await two.getByLabel("地点").fill("南街社区");
  await addToText(two, "另一页记下秋收。");
  await expect(two.getByRole("status").filter({ hasText: "没有保存" })).toBeVisible();
  await expect(two.getByRole("deletion").filter({ hasText: "头一页添上春耕" })).toBeVisible();
  await expect(two.getByText("地点：对方填的是“北街社区”，你填的是“南街社区”。")).toBeVisible();
  await expect(two.getByRole("textbox", { name: "正文" })).toContainText("另一页记下秋收。");
  await two.getByRole("button", { name: "以对方的稿为准" }).click();
  await expect(two.getByRole("textbox", { name: "正文" })).toContainText("头一页添上春耕。");
});

async function addToText(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "正文" }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}
