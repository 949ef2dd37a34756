import type { Page } from "@playwright/test";
import { emptyInstallation, expect, test } from "./fixtures";
import { fillSetUp, password, signInByForm } from "./setUp";

test("an empty installation is set up by whoever holds the code, and by nobody twice", async ({
  stranger,
  tolerate,
}) => {
  const { url, code } = await emptyInstallation();
  const page = await stranger();
  await page.goto(url);
  await expect(page).toHaveURL(`${url}/set-up`);
  // Everything that lacks is said at once, in the language of the page.
  await page.getByRole("button", { name: "完成设置" }).click();
  await expect(page.getByText("请填写。")).toHaveCount(12);
  await expect(page.getByLabel("安装码")).toBeFocused();
  await page.getByLabel("安装码").fill("0000-0000-0000");
  await fillSetUp(page);
  const auditor = page.getByRole("group", { name: "审计员" }).getByLabel("账号");
  await auditor.fill("xitong");
  await page.getByRole("button", { name: "完成设置" }).click();
  await expect(page.getByText("三位管理员须用三个不同的账号。")).toBeVisible();
  await auditor.fill("shenji");
  await page.getByRole("button", { name: "完成设置" }).click();
  await expect(page.getByLabel("安装码")).toHaveAccessibleDescription(/安装码不对/);
  await expect(page.getByLabel("主管单位全称")).toHaveValue("南湾市政协办公室");
  await page.getByLabel("安装码").fill(code);
  await page.getByRole("button", { name: "完成设置" }).click();
  await expect(page).toHaveURL(`${url}/sign-in?begun=1`);
  await expect(page.getByText("接下来请系统管理员登录")).toBeVisible();
  await expect(page.getByText("南湾市政协办公室信息编发")).toBeVisible();

  let link = "";
  await test.step("the system administrator makes an office and an account", async () => {
    await signInByForm(page, url, "xitong");
    await page.getByRole("link", { name: "单位", exact: true }).click();
    await page.getByRole("button", { name: "新建单位" }).click();
    const office = page.getByRole("dialog", { name: "新建单位" });
    await office.getByLabel("单位全称").fill("南湾市海口区政协");
    await office.getByLabel("简称").fill("海口区");
    await office.getByRole("button", { name: "新建单位" }).click();
    await expect(page.getByRole("cell", { name: "南湾市海口区政协" })).toBeVisible();
    await page.getByRole("link", { name: "账号", exact: true }).click();
    await page.getByRole("button", { name: "新建账号" }).click();
    const account = page.getByRole("dialog", { name: "新建账号" });
    await account.getByLabel("账号").fill("haikou");
    await account.getByLabel("姓名").fill("海晓晨");
    await account.getByLabel("单位").selectOption({ label: "南湾市海口区政协" });
    await account.getByRole("button", { name: "新建账号" }).click();
    await expect(page.getByRole("row", { name: /^haikou 海晓晨/ })).toBeVisible();
    link = (await page.getByRole("status").getByText(`${url}/link/`).textContent()) ?? "";
    await signOut(page, url);
  });
  await test.step("the security administrator grants a role", async () => {
    await signInByForm(page, url, "anquan");
    await page
      .getByRole("row", { name: /^haikou/ })
      .getByRole("button", { name: "授予角色" })
      .click();
    const roles = page.getByRole("dialog", { name: "“海晓晨”的角色" });
    await roles.getByRole("checkbox", { name: "报送员" }).check();
    await roles.getByRole("button", { name: "授予角色" }).click();
    await expect(page.getByRole("row", { name: /^haikou 海晓晨 .*报送员/ })).toBeVisible();
    await signOut(page, url);
  });
  await test.step("that person sets a password with the link, once", async () => {
    tolerate(/404/);
    await page.goto(link);
    await page.getByLabel("新密码", { exact: true }).fill("haikou");
    await page.getByLabel("再次输入新密码").fill("haikou");
    await page.getByRole("button", { name: "设置密码" }).click();
    await expect(page.getByLabel("新密码", { exact: true })).toHaveAccessibleDescription(/至少10位，现有6位/);
    await page.getByLabel("新密码", { exact: true }).fill(password);
    await page.getByLabel("再次输入新密码").fill(password);
    await page.getByRole("button", { name: "设置密码" }).click();
    await expect(page.getByText("密码已设置，请登录。")).toBeVisible();
    expect((await page.goto(link))?.status()).toBe(404);
    await page.goto(`${url}/sign-in`);
  });
  await test.step("that person signs in and finds a place to write", async () => {
    tolerate(/401|404/);
    await page.getByLabel("账号").fill("haikou");
    await page.getByLabel("密码", { exact: true }).fill("wrong");
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page.getByLabel("密码", { exact: true })).toHaveAccessibleDescription(/账号或密码不对。再错4次/);
    await expect(page.getByLabel("账号")).toHaveValue("haikou");
    await signInByForm(page, url, "haikou");
    await expect(page).toHaveURL(`${url}/items`);
    await expect(page.getByText("还没有稿件")).toBeVisible();
    expect((await page.goto(`${url}/set-up`))?.status()).toBe(404);
  });
});

async function signOut(page: Page, url: string): Promise<void> {
  await page.locator("header summary").click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page).toHaveURL(`${url}/sign-in`);
}
