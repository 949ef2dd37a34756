import type { Page } from "@playwright/test";
import { addDays, today } from "@/lib/dates";
import { issueOut, issueWith, ownWeekly, sent } from "./builders";
import { expect, test } from "./fixtures";

// The way of a figure: from the page to the list behind it, to the item; and out of the house as a workbook and a notice.
test("the secretariat counts a weekly: each figure is as long as its list, and leaves as files", async ({ signIn }) => {
  const weekly = await ownWeekly("统计周刊", "leader");
  await issueOut(weekly, "统计的头一篇", "统计的第二篇");
  await sent(weekly, "还在编辑部的一篇");
  const editor = await signIn("editor");
  await editor.goto("/stats");
  await expect(editor.getByRole("navigation", { name: "栏目" }).getByRole("link", { name: "统计" })).toHaveAttribute(
    "aria-current",
    "page",
  );

  await test.step("the weekly and the year are chosen by links", async () => {
    await choose(editor, "刊物", "统计周刊");
    await choose(editor, "时段", today().slice(0, 4));
    await expect(editor.getByRole("img", { name: "各单位报送与采用" })).toBeVisible();
    const row = editor.getByRole("row", { name: /^临江县/ });
    await expect(row.getByRole("cell")).toHaveText(["3", "2", "66.7%", "2", "0", "0", /日$/]);
    await expect(editor.getByRole("row", { name: /^合计/ }).getByRole("cell").first()).toHaveText("3");
  });

  await test.step("where there is nothing to reckon with stands a dash", async () => {
    const page = editor.url();
    await sent(await ownWeekly("未答复周刊"), "还没有答复的一篇");
    await editor.goto("/stats");
    await choose(editor, "刊物", "未答复周刊");
    await expect(editor.getByText("平均答复", { exact: true }).locator("..")).toHaveText("平均答复—");
    await expect(editor.getByText("采用率", { exact: true }).first().locator("..")).toHaveText("采用率0.0 %");
    await editor.goto(page);
  });

  await test.step("a figure leads to as many rows as it says, and a row to its item", async () => {
    const page = editor.url();
    await editor
      .getByRole("row", { name: /^临江县/ })
      .getByRole("link", { name: "3", exact: true })
      .click();
    await expect(editor.getByRole("heading", { name: "报送的稿件" })).toBeVisible();
    await expect(editor.getByText("共3篇")).toBeVisible();
    await expect(editor.getByRole("table", { name: "报送的稿件" }).locator("tbody tr")).toHaveCount(3);
    await editor.getByRole("link", { name: "统计的头一篇" }).click();
    await expect(editor.getByRole("heading", { level: 1, name: "统计的头一篇" })).toBeVisible();
    await editor.goto(page);
    await editor.getByRole("link", { name: "2", exact: true }).first().click();
    await expect(editor.getByRole("table", { name: "采用的稿件" }).locator("tbody tr")).toHaveCount(2);
    await editor.goBack();
  });

  await test.step("a day of the calendar leads to what was sent on it", async () => {
    await editor.getByRole("link", { name: "日历" }).click();
    await editor.getByRole("link", { name: /：报送3篇，刊发2篇$/ }).click();
    await expect(editor.getByRole("table", { name: "报送的稿件" }).locator("tbody tr")).toHaveCount(3);
  });

  await test.step("a range turned round is counted the other way, and says so", async () => {
    const query = new URLSearchParams({
      publication: weekly.id,
      period: "days",
      from: addDays(today(), 1),
      to: today(),
    });
    await editor.goto(`/stats?${query}`);
    await expect(editor.getByText(/^起止前后颠倒，已按.*统计。$/)).toBeVisible();
    await expect(
      editor
        .getByRole("row", { name: /^临江县/ })
        .getByRole("cell")
        .first(),
    ).toHaveText("3");
  });

  await test.step("it leaves as a workbook and as a notice", async () => {
    for (const [name, file] of [
      ["导出 Excel", /^统计周刊 .* 统计\.xlsx$/],
      ["生成通报", /^关于.*《统计周刊》信息采用情况的通报\.pdf$/],
    ] as const) {
      const [download] = await Promise.all([
        editor.waitForEvent("download"),
        editor.getByRole("link", { name }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(file);
    }
    const auditor = await signIn("auditor");
    await auditor.goto("/admin");
    await expect(auditor.getByRole("row", { name: /周若兰 下载或打印/ }).first()).toBeVisible();
  });
});

test("an office counts itself, and nobody reads of others", async ({ signIn, tolerate }) => {
  tolerate(/404/);
  const weekly = await ownWeekly("单位统计周刊", "leader");
  await issueOut(weekly, "只有一篇");
  const query = new URLSearchParams({ publication: weekly.id, period: "year" });
  const writer = await signIn("office2");
  await writer.goto(`/stats?${query}`);
  await expect(writer.getByRole("heading", { name: "本单位采用情况" })).toBeVisible();
  await expect(writer.getByRole("table", { name: "各单位报送与采用" }).locator("tbody tr")).toHaveCount(1);
  await expect(writer.getByRole("link", { name: "生成通报" })).toHaveCount(0);
  const other = await signIn("office");
  await other.goto(`/stats?${query}`);
  await expect(other.getByText("这个时段没有报送，也没有刊发")).toBeVisible();
  const leader = await signIn("leader");
  expect((await leader.goto("/stats"))?.status()).toBe(404);
});

test("the board says what the issue still lacks, and leads to where it is", async ({ signIn }) => {
  const weekly = await ownWeekly("缺项周刊", "leader");
  const { id } = await issueWith(weekly, "在本期的一篇");
  const editor = await signIn("editor");
  await editor.goto(`/issues/${id}`);
  const line = editor.getByText("本期还缺什么");
  await expect(line).toBeVisible();
  await line.click();
  const silent = editor.getByRole("region", { name: "没有报送" });
  await expect(silent).toContainText("青禾区");
  await expect(silent).not.toContainText("临江县");
  await editor.getByRole("region", { name: "还空着的栏目" }).getByRole("link", { name: "领导活动" }).click();
  await expect(editor).toHaveURL(/\/desk\?.*section=/);
});

async function choose(page: Page, what: string, option: string): Promise<void> {
  await page.locator(`summary[aria-label^="${what}："]`).click();
  await page.getByRole("main").getByRole("link", { name: option, exact: true }).click();
  await expect(page.locator(`summary[aria-label^="${what}："]`)).toContainText(option);
}
