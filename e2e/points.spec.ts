import type { Page } from "@playwright/test";
import { today } from "@/lib/dates";
import { db, issueOut, ownWeekly } from "./builders";
import { expect, test } from "./fixtures";

test("an editor turns points on, writes rules seeing what last quarter would have been, relays, adjusts by hand; the office reads why", async ({
  signIn,
  tolerate,
}) => {
  // A rule that is refused, and a page that is not there for a leader: the browser writes both down.
  tolerate(/422|404/);
  const name = "积分周刊";
  const weekly = await ownWeekly(name);
  await issueOut(weekly, "积分的一篇综合稿");
  const editor = await signIn("editor");
  await turnOn(editor, name);
  await setLevels(editor);
  await writeRules(editor, name);
  await relay(editor);
  await adjust(editor);

  const office = await signIn("office2");
  await office.goto("/stats/points?period=all");
  const own = office.getByRole("table").first();
  await expect(own.getByRole("row")).toHaveCount(2);
  await own.getByRole("link", { name: /合计/ }).click();
  await expect(office.getByRole("cell", { name: new RegExp(`^${name}综合稿3\\.5分`) })).toBeVisible();
  await expect(office.getByRole("cell", { name: /^自治区级《自治区政协信息》采用，积分周刊综合稿8分/ })).toBeVisible();
  await expect(office.getByRole("cell", { name: "迟报一篇，减半分。" })).toBeVisible();
  await office.getByRole("link", { name: "积分的一篇综合稿" }).first().click();
  await expect(office.getByText(/上报自治区级《自治区政协信息》/)).toBeVisible();

  const leader = await signIn("leader");
  expect((await leader.goto("/stats/points"))?.status()).toBe(404);
});

async function turnOn(page: Page, name: string): Promise<void> {
  await page.goto("/issues/publications");
  await page.getByRole("row", { name }).getByRole("button", { name: "积分", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `开启《${name}》的积分` });
  await expect(dialog.getByText(/为基层减负若干规定/)).toBeVisible();
  await dialog.getByLabel("计分自").fill(today());
  await dialog.getByRole("button", { name: "开启积分" }).click();
  await expect(page.getByRole("row", { name }).getByRole("button", { name: "积分：开" })).toBeVisible();
}

async function setLevels(page: Page): Promise<void> {
  await page.goto("/stats/relays");
  await page.getByRole("button", { name: "设置层级" }).click();
  const dialog = page.getByRole("dialog", { name: "设置层级" });
  await dialog.getByLabel("层级").fill("自治区级\n国家级");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toBeHidden();
}

async function writeRules(page: Page, name: string): Promise<void> {
  await page.goto("/stats/points/rules");
  await page.getByRole("link", { name: "写新规则" }).click();
  const example = page.getByRole("region", { name: "上季度按此规则将为" });
  const kept = page.getByLabel(`${name} 综合稿 本刊采用`);
  await kept.fill("0.001");
  await expect(example.getByText(/没有算出：分值写作数字/)).toBeVisible();
  await kept.fill("3.5");
  await page.getByLabel(`${name} 综合稿 自治区级采用`).fill("8");
  await expect(example.getByText(/没有算出/)).toBeHidden();
  await expect(example.getByRole("table", { name: "区县" }).getByRole("row", { name: /临江县/ })).toBeVisible();
  await page.getByLabel("起用日期").fill(today());
  await page.getByRole("button", { name: "保存规则" }).click();
  await expect(page.getByRole("cell", { name: "现行" })).toBeVisible();
}

async function relay(page: Page): Promise<void> {
  const item = await db.item.findFirstOrThrow({ where: { headline: { equals: ["积分的一篇综合稿"] } } });
  await page.goto(`/items/${item.id}?view=fate`);
  await page.getByRole("button", { name: "登记上报" }).click();
  const dialog = page.getByRole("dialog", { name: "登记上报" });
  await dialog.getByLabel("上级刊物").fill("自治区政协信息");
  await dialog.getByLabel("上级采用日期，未采用不填").fill(today());
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/上报自治区级《自治区政协信息》/)).toBeVisible();
  await page.goto("/stats/relays");
  await expect(page.getByRole("row", { name: /积分的一篇综合稿/ })).toContainText("自治区级");
}

async function adjust(page: Page): Promise<void> {
  await page.goto("/stats/points?period=all");
  const row = page.getByRole("table", { name: "区县" }).getByRole("row", { name: /临江县/ });
  await expect(row.getByRole("link", { name: /自动得分/ })).toHaveText("11.5");
  await page.getByRole("button", { name: "手工增减" }).click();
  const dialog = page.getByRole("dialog", { name: "手工增减分值" });
  await dialog.getByLabel("单位").selectOption({ label: "临江县" });
  await dialog.getByLabel("分值，减分写负数").fill("-0.5");
  await dialog.getByLabel("事由").fill("迟报一篇，减半分。");
  await dialog.getByRole("button", { name: "手工增减" }).click();
  await expect(dialog).toBeHidden();
  await expect(row.getByRole("link", { name: /手工增减/ })).toHaveText("-0.5");
  await expect(row.getByRole("link", { name: /合计/ })).toHaveText("11");
}
