import { distantServer, expect, test } from "./fixtures";

// What the browser says of pages and checks that are answered with an error meanwhile. React's error 441 is "An error
// occurred in the Server Components render": how it is thrown depends on how much of the page had come by then.
const away =
  /status of 50[03]|net::ERR_|Failed to fetch|error occurred in the Server Components render|React error #441/;

test("while the database is away pages say so, and open by themselves when it is back", async ({
  signIn,
  tolerate,
}) => {
  tolerate(away);
  const server = await distantServer();
  const editor = await signIn("editor");
  await editor.goto(`${server.url}/issues`);
  const leader = await signIn("leader");
  await leader.goto(`${server.url}/reading`);
  await expect(leader.getByRole("link", { name: /工作周报/ }).first()).toBeVisible();

  await server.cut();
  // From within the pages, and at an address that is opened anew.
  await editor.getByRole("link", { name: /^来稿/ }).first().click();
  await expect(editor.getByRole("status").getByText("数据库暂时连不上")).toBeVisible();
  await leader.reload();
  await expect(leader.getByRole("status").getByText("数据库暂时连不上")).toBeVisible();

  await server.mend();
  await expect(editor.getByRole("heading", { name: "来稿", exact: true })).toBeVisible();
  await expect(editor).toHaveURL(`${server.url}/desk`);
  await expect(leader.getByRole("link", { name: /工作周报/ }).first()).toBeVisible();
});

test("what somebody sends while the database is away is told, stays typed, and is taken when it is back", async ({
  signIn,
  tolerate,
}) => {
  tolerate(away);
  const server = await distantServer();
  const reviewer = await signIn("reviewer");
  await reviewer.goto(`${server.url}/notices`);
  const dialog = reviewer.getByRole("dialog", { name: "通知方式" });
  await reviewer.getByRole("button", { name: "通知方式" }).click();
  await dialog.getByLabel("邮箱").fill("shenhe@example.cn");

  await server.cut();
  const answered = reviewer.waitForResponse((answer) => answer.request().method() === "POST");
  await dialog.getByRole("button", { name: "保存" }).click();
  expect((await answered).status()).toBe(500);
  await expect(dialog.getByText("数据库暂时连不上。填写的内容都还在")).toBeVisible();
  await expect(dialog.getByLabel("邮箱")).toHaveValue("shenhe@example.cn");

  await server.mend();
  await expect
    .poll(() => reviewer.request.get(`${server.url}/api/health/ready`).then((each) => each.status()))
    .toBe(200);
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toBeHidden();
  await reviewer.reload();
  await reviewer.getByRole("button", { name: "通知方式" }).click();
  await expect(dialog.getByLabel("邮箱")).toHaveValue("shenhe@example.cn");
});
