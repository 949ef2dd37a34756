import type { Page } from "@playwright/test";
import { demonstrationPassword } from "@/seeds/people";
import { expect, ownServer, test } from "./fixtures";

// Whatever the browser says about a server that is gone.
const away = /net::ERR_|Failed to fetch/;

test("what is written while the server is dead is saved when it comes back", async ({ signIn, tolerate }) => {
  tolerate(away);
  const server = await ownServer();
  const page = await signIn("office2");
  await begin(page, server.url, "断网时写的一篇稿");
  await server.kill();
  await write(page, "服务器断了还在写。");
  await expect(page.getByRole("status").filter({ hasText: "没有保存" })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "文字留在本机" })).toBeVisible();
  await write(page, "又写了一句。");
  await server.start();
  await expect(page.getByText(/^已保存/)).toBeVisible({ timeout: 20_000 });
  // The live line is back as well, and the person goes on typing without looking up.
  await expect(page.locator("html")).toHaveAttribute("data-live", /notices/, { timeout: 20_000 });
  await page.keyboard.type("没有抬头，接着写到这里。", { delay: 150 });
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "正文" })).toContainText(
    "服务器断了还在写。又写了一句。没有抬头，接着写到这里。",
  );
});

test("a tab that is closed before anything could be saved loses nothing", async ({ signIn, tolerate }) => {
  tolerate(away);
  const server = await ownServer();
  const page = await signIn("office2");
  await begin(page, server.url, "没来得及存的一篇稿");
  const address = page.url();
  await server.kill();
  await write(page, "关掉之前的最后一句。");
  await expect(page.getByRole("status").filter({ hasText: "没有保存" })).toBeVisible();
  const context = page.context();
  await page.close();
  await server.start();

  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByText("上次没有存上的文字已从本机找回")).toBeVisible();
  await expect(again.getByRole("textbox", { name: "正文" })).toContainText("关掉之前的最后一句。");
  await expect(again.getByText(/^已保存/)).toBeVisible();
});

test("who was signed out while writing signs in beside it, comes back, and all is saved", async ({ signIn }) => {
  const page = await signIn("office2", { fresh: true });
  await begin(page, "", "登录失效时写的一篇稿");
  await page.context().clearCookies();
  await write(page, "会话已经没有了。");
  await expect(page.getByRole("status").filter({ hasText: "没有保存" })).toBeVisible();
  const notice = page.getByRole("alert").filter({ hasText: "登录已失效" });
  await expect(notice).toBeVisible();
  await write(page, "还在写。");

  const [entrance] = await Promise.all([
    page.context().waitForEvent("page"),
    notice.getByRole("link", { name: "在新标签页登录" }).click(),
  ]);
  await entrance.getByLabel("账号").fill("office2");
  await entrance.getByLabel("密码").fill(demonstrationPassword);
  await entrance.getByRole("button", { name: "登录" }).click();
  await expect(entrance).not.toHaveURL(/sign-in/);
  await entrance.close();
  // Each page of a browser without a screen has the focus all the time: it is told that somebody comes back.
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await expect(notice).toBeHidden();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "正文" })).toContainText("会话已经没有了。还在写。");
});

async function begin(page: Page, url: string, headline: string): Promise<void> {
  await page.goto(`${url}/items/new`);
  await page.getByLabel("标题第1行").fill(headline);
  await expect(page).toHaveURL(/\/items\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/^已保存/)).toBeVisible();
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "正文" }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}
