import { expect, type Page } from "@playwright/test";
import { today } from "@/lib/dates";
import { photograph } from "@/seeds/city/photographs";

// What the people of the main way do, each in a browser of their own.
const headline = ["云岭县政协把协商会开进茶园", "让议题从田埂上长出来"];
const whole = headline.join("");
export const asHeading = { name: headline.join(" ") };
export const caption = "11月20日，委员在云岭县茶园听取茶农意见";

/** A story with everything in it; returns its address once it waits for the lead. */
export async function writeAndSend(page: Page): Promise<string> {
  await page.goto("/items/new");
  await page.getByLabel("标题第1行").fill(headline[0] ?? "");
  await page.getByLabel("标题第1行").press("Enter");
  await page.getByLabel("标题第2行").fill(headline[1] ?? "");
  await page.getByLabel("日期").fill(today());
  await page.getByLabel("地点").fill("云岭县松岗乡");
  await page.getByLabel("报往").selectOption({ label: "工作周报　区县工作" });
  await page.getByRole("button", { name: "加领导" }).click();
  const roster = page.getByRole("dialog", { name: "参加领导" });
  await roster.getByRole("checkbox", { name: /颜若溪/ }).check();
  await roster.getByRole("checkbox", { name: /郭守田/ }).check();
  await page.keyboard.press("Escape");
  // Kept in rank order, whatever the order of picking.
  await expect(page.getByRole("group", { name: "参加领导" })).toContainText(/1\s*郭守田.*2\s*颜若溪/s);

  const body = page.getByRole("textbox", { name: "正文" });
  await body.click();
  await page.keyboard.type("政协委员走进茶园，与茶农围坐商量机采园改造。");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "加粗" }).click();
  await page.keyboard.type("一要连片。");
  await page.getByRole("button", { name: "加粗" }).click();
  await page.keyboard.type("相邻农户自愿连片，统一行距。");
  await page.getByLabel("图片", { exact: true }).setInputFiles({
    name: "茶园.jpg",
    mimeType: "image/jpeg",
    buffer: await photograph("terraces", 41),
  });
  await page.getByLabel("图说").fill(caption);
  await expect(body.getByText("一要连片。")).toHaveCSS("font-weight", "700");
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await expect(page).toHaveURL(/\/items\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "报送", exact: true }).click();
  await expect(page.getByText("等本单位审签")).toBeVisible();
  return page.url();
}

export async function beginIssue(page: Page): Promise<string> {
  await page.goto("/issues");
  await page.getByRole("button", { name: "新建一期" }).click();
  const dialog = page.getByRole("dialog", { name: "新建一期" });
  await dialog.getByLabel("刊物").selectOption({ label: "工作周报" });
  await dialog.getByRole("button", { name: "新建一期" }).click();
  await expect(page).toHaveURL(/\/issues\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("（拟）");
  return page.url();
}

export async function adopt(page: Page, issueUrl: string): Promise<void> {
  const issueId = issueUrl.split("/").at(-1) ?? "";
  await page.goto("/desk");
  await page.getByRole("link", { name: whole }).click();
  const pane = page.getByRole("region", { name: "选中的来稿" });
  await expect(pane.getByRole("heading", asHeading)).toBeVisible();
  await pane.getByLabel("采用至").selectOption(issueId);
  await expect(pane.getByLabel("栏目").locator("option:checked")).toHaveText("区县工作");
  await pane.getByRole("button", { name: "采用", exact: true }).click();
  await expect(page.getByRole("row", { name: whole }).getByRole("cell", { name: "已采用", exact: true })).toBeVisible();
}

export async function mend(page: Page, issueUrl: string): Promise<void> {
  await page.goto(issueUrl);
  await page
    .getByRole("row", { name: whole })
    .getByRole("button", { name: /的操作/ })
    .click();
  await page.getByRole("menuitem", { name: "编辑" }).click();
  await page.getByRole("button", { name: "原稿与改动" }).click();
  const original = page.getByRole("region", { name: "报送原稿" });
  await expect(original.getByText("政协委员走进茶园").first()).toBeVisible();
  const body = page.getByRole("textbox", { name: "正文" });
  await body.getByText("政协委员走进茶园").click();
  await page.keyboard.press("Home");
  await page.keyboard.type("云岭县政协组织");
  await page.getByLabel("改动说明").fill("单位名称用全称。");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page).toHaveURL(issueUrl);
  await expect(page.getByRole("figure", { name: "第1页" })).toBeVisible();
}

/** Signs under the number that the dialog shows, which is the next one of the ledger; returns it. */
export async function sign(page: Page, issueUrl: string): Promise<string> {
  await page.goto("/issues/ledger");
  await page.getByRole("link", { name: "工作周报" }).click();
  await expect(page.getByRole("link", { name: "工作周报" })).toHaveAttribute("aria-current", "page");
  const numbers = await page.getByRole("table").getByRole("link", { name: /^第/ }).allTextContents();
  const last = Math.max(...numbers.map((text) => Number(/\d+/.exec(text)?.[0])));
  await page.goto(issueUrl);
  await page.getByRole("button", { name: "签发", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `签发第${last + 1}期` });
  await expect(dialog.getByText(`年第${last + 1}期`)).toBeVisible();
  await dialog.getByRole("button", { name: "签发", exact: true }).click();
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toContainText(`第${last + 1}期`);
  await expect(title).not.toContainText("拟");
  return String(last + 1);
}

/** An act that asks once more in a dialog. */
export async function confirm(page: Page, verb: string): Promise<void> {
  await page.getByRole("button", { name: verb, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: verb, exact: true }).click();
}

/** The page is told what comes from now on, without being asked for again. */
export async function isTold(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-live", /\/notices\/live/);
}

/** Two strokes on the pad of the dialog that is open, by the mouse. */
export async function writeByHand(page: Page): Promise<void> {
  const pad = page.getByRole("dialog").getByRole("img", { name: /^手写/ });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("the pad is not shown");
  const to = (x: number, y: number) => page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 8 });
  for (const [from, down] of [
    [0.2, 0.7],
    [0.4, 0.5],
  ] as const) {
    await to(from, 0.3);
    await page.mouse.down();
    await to(from + 0.1, down);
    await to(from + 0.15, 0.2);
    await page.mouse.up();
  }
  await expect(pad).toHaveAccessibleName(/已写2笔/);
}
