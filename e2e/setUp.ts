import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

export const password = "Chushi-2026-an";

/** What the first visit of an empty installation asks for, but the code. */
export async function fillSetUp(page: Page): Promise<void> {
  await page.getByLabel("主管单位全称").fill("南湾市政协办公室");
  await page.getByLabel("简称").fill("办公室");
  for (const [role, account, name] of [
    ["系统管理员", "xitong", "甲系统"],
    ["安全管理员", "anquan", "乙安全"],
    ["审计员", "shenji", "丙审计"],
  ]) {
    const part = page.getByRole("group", { name: role });
    await part.getByLabel("账号").fill(account ?? "");
    await part.getByLabel("姓名").fill(name ?? "");
    await part.getByLabel("密码").fill(password);
  }
}

export async function signInByForm(page: Page, url: string, account: string): Promise<void> {
  await page.getByLabel("账号").fill(account);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).not.toHaveURL(`${url}/sign-in`);
}
