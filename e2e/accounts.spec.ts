import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { newLink } from "@/bulletin/people/links";
import { hashPassword } from "@/bulletin/people/password";
import { identityService } from "@/bulletin/testing/identityService";
import { person } from "@/bulletin/testing/people";
import type { Role } from "@/generated/prisma/enums";
import { demonstrationPassword } from "@/seeds/people";
import { db } from "./builders";
import { expect, ownServerWith, test } from "./fixtures";

const password = "Yunchuan-2026";

/** Somebody of their own for each story, so that no other finds the password changed. */
async function somebody(account: string, roles: Role[] = ["contributor"], given = {}) {
  const passwordHash = await hashPassword(demonstrationPassword);
  return person(roles, { account, name: `人${account}`, passwordHash, ...given });
}

async function enter(page: Page, account: string, typed: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("账号").fill(account);
  await page.getByLabel("密码", { exact: true }).fill(typed);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

async function newPassword(page: Page, current: string, chosen: string): Promise<void> {
  await page.getByLabel("当前密码").fill(current);
  await page.getByLabel("新密码", { exact: true }).fill(chosen);
  await page.getByLabel("再次输入新密码").fill(chosen);
  await page.getByRole("button", { name: "修改密码" }).click();
}

/** The code that a telephone shows; after one that was taken the next, which is taken early, so that no story waits for the clock. */
async function codeOf(accountId: string, key: string): Promise<string> {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  const { lastStep } = await db.secondStep.findUniqueOrThrow({ where: { accountId } });
  return totp.generate({ timestamp: Math.max(Math.floor(Date.now() / 30_000), lastStep + 1) * 30_000 });
}

test("a password that somebody else set is changed before anything else", async ({ stranger, tolerate }) => {
  tolerate(/404/);
  await somebody("given", ["contributor"], { passwordGiven: true });
  const page = await stranger();
  await enter(page, "given", demonstrationPassword);
  await expect(page).toHaveURL("/account/due");
  await page.goto("/items");
  await expect(page).toHaveURL("/account/due");
  expect((await page.request.get("/notices/live")).status()).toBe(404);
  await newPassword(page, demonstrationPassword, "given-2026-XX");
  await expect(page.getByLabel("新密码", { exact: true })).toHaveAccessibleDescription(/不能包含账号/);
  await newPassword(page, demonstrationPassword, password);
  await page.getByRole("link", { name: "进入" }).click();
  await expect(page.getByRole("heading", { name: "稿件" })).toBeVisible();
});

test("one sees where one is signed in, ends it there, and changes the password", async ({ signIn, stranger }) => {
  await somebody("mine");
  const [here, there] = [await signIn("mine", { fresh: true }), await signIn("mine", { fresh: true })];
  await there.goto("/items");
  await here.goto("/account");
  const table = here.getByRole("table", { name: "登录设备" });
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(table.getByRole("row", { name: /本机/ })).toContainText("127.0.0.1");
  await table.getByRole("button", { name: "结束" }).click();
  await expect(table.getByRole("row")).toHaveCount(2);
  await there.goto("/items");
  await expect(there).toHaveURL("/sign-in");
  await expect(there.getByText("登录已失效（")).toBeVisible();
  await newPassword(here, "falsch", password);
  await expect(here.getByLabel("当前密码")).toHaveAccessibleDescription(/当前密码不正确/);
  await newPassword(here, demonstrationPassword, password);
  await expect(here.getByText("密码已修改。")).toBeVisible();
  const again = await stranger();
  await enter(again, "mine", password);
  await expect(again).toHaveURL("/items");
});

test("a second step is set up with the telephone and asked for at the door", async ({ signIn, stranger, tolerate }) => {
  tolerate(/401/);
  const { id } = await somebody("stepper");
  const page = await signIn("stepper", { fresh: true });
  await page.goto("/account");
  await page.getByRole("button", { name: "开始设置" }).click();
  await expect(page.getByRole("img", { name: "供手机扫描的二维码" })).toBeVisible();
  const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "";
  await page.getByLabel("登录密码").fill(demonstrationPassword);
  await page.getByLabel("动态口令").fill(await codeOf(id, key));
  await page.getByRole("button", { name: "确认" }).click();
  await expect(page.getByText("已设置动态口令。备用码还有10个没有用过。")).toBeVisible();
  const spare =
    (await page
      .getByText(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)
      .first()
      .textContent()) ?? "";

  const door = await stranger();
  await enter(door, "stepper", demonstrationPassword);
  await door.getByLabel("动态口令").fill("12345");
  await door.getByRole("button", { name: "登录", exact: true }).click();
  await expect(door.getByLabel("密码", { exact: true })).toHaveAccessibleDescription(
    /动态口令不正确，或已经用过。再错4次/,
  );
  await door.getByLabel("动态口令").fill(await codeOf(id, key));
  await door.getByRole("button", { name: "登录", exact: true }).click();
  await expect(door).toHaveURL("/items");

  const lost = await stranger();
  await enter(lost, "stepper", demonstrationPassword);
  await lost.getByLabel("动态口令").fill(spare);
  await lost.getByRole("button", { name: "登录", exact: true }).click();
  await expect(lost).toHaveURL("/items");
  expect(await db.recoveryCode.count({ where: { accountId: id, usedAt: null } })).toBe(9);

  const secadmin = await signIn("secadmin");
  await secadmin.goto("/admin?text=stepper");
  await secadmin
    .getByRole("row", { name: /^stepper/ })
    .getByRole("button", { name: "重置动态口令" })
    .click();
  await secadmin.getByRole("dialog").getByRole("button", { name: "重置动态口令" }).click();
  await expect(secadmin.getByRole("row", { name: /^stepper/ }).getByRole("button")).toHaveText(["授予角色"]);
  await lost.goto("/items");
  await expect(lost).toHaveURL("/sign-in");
});

test("the security administrator keeps the rules, and sees what the auditors do", async ({ signIn }) => {
  const page = await signIn("secadmin");
  await page.goto("/admin?part=policy");
  await page.getByLabel("不得重复（次）").fill("99");
  await page.getByRole("button", { name: "保存登录规则" }).click();
  await expect(page.getByLabel("不得重复（次）")).toHaveAccessibleDescription(/应为1到24之间的整数/);
  await page.getByLabel("不得重复（次）").fill("6");
  await page.getByRole("button", { name: "保存登录规则" }).click();
  await expect(page.getByLabel("不得重复（次）")).toHaveAccessibleDescription("");
  const auditor = await signIn("auditor");
  await auditor.goto("/admin");
  await expect(auditor.getByRole("row", { name: /修改登录规则.*不得重复（次） 5 → 6/ })).toBeVisible();
  await page.goto("/admin?part=auditors");
  await expect(page.getByRole("table", { name: "审计员的操作" }).getByRole("row", { name: /登录/ })).not.toHaveCount(0);
});

test("a form from before another change puts nothing back, in a dialog and on a page, and says so until it is opened anew", async ({
  signIn,
}) => {
  const { id } = await somebody("twice");
  const [one, two] = [await signIn("sysadmin"), await signIn("sysadmin")];
  for (const page of [one, two]) {
    await page.goto("/admin?part=accounts&text=twice");
    await page
      .getByRole("row", { name: /^twice/ })
      .getByRole("button", { name: "修改" })
      .click();
  }
  const dialog = two.getByRole("dialog");
  await one.getByRole("dialog").getByLabel("电话").fill("0800-2222");
  await one.getByRole("dialog").getByRole("button", { name: "修改" }).click();
  await expect(one.getByRole("row", { name: /^twice/ })).toContainText("0800-2222");
  await dialog.getByLabel("姓名").fill("人改名");
  for (const _ of ["once", "again"]) {
    await dialog.getByRole("button", { name: "修改" }).click();
    await expect(dialog.getByText("已先改了这一处")).toBeVisible();
  }
  expect(await db.account.findUnique({ where: { id } })).toMatchObject({ phone: "0800-2222", name: "人twice" });
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(two.getByRole("row", { name: /^twice/ })).toContainText("0800-2222");
  await two
    .getByRole("row", { name: /^twice/ })
    .getByRole("button", { name: "修改" })
    .click();
  await dialog.getByLabel("姓名").fill("人改名");
  await dialog.getByRole("button", { name: "修改" }).click();
  await expect(two.getByRole("row", { name: /^twice/ })).toContainText("人改名");
  expect(await db.account.findUnique({ where: { id } })).toMatchObject({ phone: "0800-2222", name: "人改名" });

  const [first, second] = [await signIn("secadmin"), await signIn("secadmin")];
  for (const page of [first, second]) await page.goto("/admin?part=policy");
  await first.getByLabel("不得重复（次）").fill("7");
  await first.getByRole("button", { name: "保存登录规则" }).click();
  await expect(first.getByText("已保存")).toBeVisible();
  // What was saved is what the next change of the same page begins with.
  await first.getByLabel("不得重复（次）").fill("8");
  await first.getByRole("button", { name: "保存登录规则" }).click();
  const history = async () => (await db.setting.findUnique({ where: { key: "accountPolicy" } }))?.value;
  await expect.poll(history).toMatchObject({ history: 8 });
  await second.getByRole("button", { name: "保存登录规则" }).click();
  await expect(second.getByText("已先改了这一处")).toBeVisible();
  expect(await history()).toMatchObject({ history: 8 });
});

test("the auditor chooses an act by its part of the house, reads what it was about, and has the record verified", async ({
  signIn,
}) => {
  const { id, name } = await somebody("renamed");
  const sysadmin = await signIn("sysadmin");
  await sysadmin.goto("/admin?part=accounts&text=renamed");
  const row = sysadmin.getByRole("row", { name: /^renamed/ });
  await row.getByRole("button", { name: "停用" }).click();
  await sysadmin.getByRole("dialog").getByRole("button", { name: "停用" }).click();
  await expect(row.getByRole("button", { name: "启用" })).toBeVisible();
  const page = await signIn("auditor");
  await page.goto("/admin");
  const acts = page.getByRole("combobox", { name: /^操作/ });
  await expect(acts.locator("optgroup[label=账号]").getByRole("option", { name: "停用账号" })).toHaveCount(1);
  await acts.selectOption("停用账号");
  await page.getByRole("button", { name: "查找" }).click();
  const line = page.getByRole("row", { name: /停用账号.*人renamed（renamed）/ });
  await expect(line).toContainText(/^\d{4}年\d+月\d+日/);
  await line.getByRole("link", { name: `${name}（renamed）` }).click();
  await expect(page).toHaveURL(`/admin?subject=${id}`);
  await page.getByRole("button", { name: "核验" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^一致：已核验[\d,]+条，到\d{4}年/ })).toBeVisible();
});

test("a link is shown with whom it is for and until when, and is copied, or selected where a browser refuses", async ({
  signIn,
}) => {
  await somebody("forgetful");
  const page = await signIn("sysadmin");
  await page.goto("/admin?part=accounts");
  await page.getByRole("searchbox", { name: "按账号、姓名或单位查找" }).fill("人FORGETFUL");
  await page.keyboard.press("Enter");
  await expect(page.getByText("查到1个账号。")).toBeVisible();
  const row = page.getByRole("row", { name: /^forgetful/ });
  await row.getByRole("button", { name: "重置密码" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "重置密码" }).click();
  await expect(row).toContainText(/人forgetful（forgetful，第\d+县政协）设置密码的链接，.+ \d\d:\d\d前有效。/);
  const link = (await row.getByText("/link/").textContent()) ?? "";
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await row.getByRole("button", { name: "复制链接" }).click();
  await expect(row.getByText("已复制")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  // As over plain http, where a browser has none.
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await row.getByRole("button", { name: "复制链接" }).click();
  await expect(row.getByText("链接已选中，请按 Ctrl+C。")).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(link);
});

test("a link opens once, and names nobody", async ({ stranger, tolerate }) => {
  tolerate(/404/);
  const { id, name } = await somebody("linked");
  const { token } = await db.$transaction((tx) => newLink(tx, id, "reset", null));
  const page = await stranger();
  const found = await page.goto(`/link/${token}`);
  expect(await found?.text()).not.toMatch(new RegExp(`linked|${name}`));
  expect(await found?.headerValue("cache-control")).toContain("no-store");
  await page.getByLabel("新密码", { exact: true }).fill(password);
  await page.getByLabel("再次输入新密码").fill(password);
  await page.getByRole("button", { name: "设置密码" }).click();
  await expect(page.getByLabel("账号")).toHaveValue("linked");
  expect((await page.goto(`/link/${token}`))?.status()).toBe(404);
  expect((await page.goto("/link/made-up"))?.status()).toBe(404);
});

test("somebody signs in with the office's identity service, and nobody whom it does not know here", async ({
  stranger,
  tolerate,
}) => {
  // The pages of the provider in the tests want a face from outside and have no icon.
  tolerate(/fonts\.googleapis\.com|favicon\.ico/);
  await somebody("oidcperson");
  const service = await identityService();
  const url = await ownServerWith(service.port);
  service.serve(`${url}/api/auth/callback/oidc`);
  const through = async (name: string) => {
    const page = await stranger();
    await page.goto(`${url}/sign-in`);
    await page.getByRole("button", { name: "统一身份认证登录" }).click();
    await page.getByPlaceholder("Enter any login").fill(name);
    await page.getByPlaceholder("and password").fill("any");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    return page;
  };
  await expect(await through("oidcperson")).toHaveURL(`${url}/items`);
  const stranded = await through("unknown-here");
  await expect(stranded.getByText(/本系统没有为你开设可用的账号/)).toBeVisible();
  await service.close();
});
