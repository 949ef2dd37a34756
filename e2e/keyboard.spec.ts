import type { Locator, Page } from "@playwright/test";
import { db, issueWith, ownWeekly, sent } from "./builders";
import { expect, test } from "./fixtures";

test("the desk is worked with J, K and A alone", async ({ signIn }) => {
  const weekly = await ownWeekly("键盘周刊");
  const { id } = await issueWith(weekly, "已在期中的一条");
  await sent(weekly, "第一篇来稿", "第二篇来稿", "第三篇来稿");
  const page = await signIn("editor");
  await page.goto(`/desk?publication=${weekly.id}`);
  const title = page.getByRole("region", { name: "选中的来稿" }).getByRole("heading", { level: 2 });
  const shown = async () => (await title.textContent()) ?? "";
  const first = await shown();
  await page.keyboard.press("j");
  await expect(title).not.toHaveText(first);
  const second = await shown();
  await page.keyboard.press("k");
  await expect(title).toHaveText(first);
  await page.keyboard.press("a");
  // What was adopted sinks below the line, and the next one comes up.
  await expect(title).toHaveText(second);
  await page.goto(`/issues/${id}`);
  await expect(page.getByRole("row", { name: first })).toBeVisible();
});

test("entries are put in order from the keyboard, within a section and across", async ({ signIn }) => {
  const { id } = await issueWith(await ownWeekly("排序周刊"), "甲", "乙", "丙");
  const page = await signIn("editor");
  await page.goto(`/issues/${id}`);
  const board = page.getByRole("grid", { name: "栏目与条目" });
  const order = () => titles(page);
  await expect.poll(order).toEqual(["重要活动", "甲", "乙", "丙", "领导活动"]);

  await reach(page, "丙");
  await carry(page, "ArrowUp", 2);
  await expect.poll(order).toEqual(["重要活动", "甲", "丙", "乙", "领导活动"]);
  await reach(page, "甲");
  await carry(page, "End", 1);
  await expect.poll(order).toEqual(["重要活动", "丙", "乙", "领导活动", "甲"]);

  await expect(board).toBeVisible();
  // The row stands there before the server has answered: the page is read again once it has.
  const sectionOf = async () =>
    (await db.entry.findFirstOrThrow({ where: { issueId: id, headline: { has: "甲" } }, include: { section: true } }))
      .section.title;
  await expect.poll(sectionOf).toBe("领导活动");
  await page.reload();
  await expect.poll(order).toEqual(["重要活动", "丙", "乙", "领导活动", "甲"]);
});

/** To the grip of a row as a person without a mouse gets there: Tab to the list, arrows to the row, Tab. */
async function reach(page: Page, title: string): Promise<void> {
  const row = page.getByRole("row", { name: title, exact: true });
  const rows = page.getByRole("grid").getByRole("row");
  await press(page, "Tab", async () => (await rows.and(page.locator(":focus")).count()) > 0);
  await page.keyboard.press("Home");
  await press(page, "ArrowDown", () => isFocused(row));
  await press(page, "Tab", () => isFocused(row.getByRole("button", { name: `移动“${title}”` })));
}

async function press(page: Page, key: string, until: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; !(await until()); presses++) {
    expect(presses, `${key} leads there`).toBeLessThan(40);
    await page.keyboard.press(key);
  }
}

function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

async function carry(page: Page, key: string, times: number): Promise<void> {
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-drop-target]")).toHaveCount(1);
  for (let presses = 0; presses < times; presses++) await page.keyboard.press(key);
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.keyboard.press("Enter");
  await answer;
}

async function titles(page: Page): Promise<string[]> {
  const rows = await page.getByRole("grid", { name: "栏目与条目" }).getByRole("row").all();
  const names = await Promise.all(rows.map((row) => row.getAttribute("aria-label")));
  return names.filter((name) => name !== null);
}

test("a row's menu opens by mouse and by Enter, gives the focus back to the row, and is not the row's own act", async ({
  signIn,
}) => {
  const { id } = await issueWith(await ownWeekly("菜单周刊"), "头一条", "第二条");
  const page = await signIn("editor");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/entries/")) asked.push(request.url());
  });
  const ways = [
    () => page.getByRole("button", { name: "“第二条”的操作" }).click(),
    async () => {
      await reach(page, "第二条");
      await press(page, "Tab", () => isFocused(page.getByRole("button", { name: "“第二条”的操作" })));
      await page.keyboard.press("Enter");
    },
  ];
  for (const open of ways) {
    await page.goto(`/issues/${id}`);
    await expect(page.locator("html")).toHaveAttribute("data-live", new RegExp(id));
    await open();
    await expect(page.getByRole("menuitem", { name: "上移" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menuitem", { name: "上移" })).toBeHidden();
    const row = page.getByRole("row", { name: "第二条" });
    await expect.poll(() => row.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    // An act of the row would lead to the entry: whatever it asks for is asked for before this.
    await page.getByRole("link", { name: "各期", exact: true }).first().click();
    await expect(page).toHaveURL("/issues");
  }
  expect(asked).toEqual([]);
});
