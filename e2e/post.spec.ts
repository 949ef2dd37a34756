import { distributeDue } from "@/bulletin/post/distribute";
import { now } from "@/lib/clock";
import { addDays, formatDay, today } from "@/lib/dates";
import { confirm, isTold } from "./acts";
import { db, issueOut, issueWith, ownWeekly, sign } from "./builders";
import { expect, ownServer, test } from "./fixtures";

test("an issue set for later is nowhere until it is sent, and then in every open tray, whichever web it is on", async ({
  signIn,
  tolerate,
}) => {
  tolerate(/404/);
  const { id } = await issueWith(await ownWeekly("定时周刊", "leader"), "到时才送的一篇");
  await sign(id);
  const editor = await signIn("editor");
  await test.step("the editor sets the time", async () => {
    await editor.goto(`/issues/${id}`);
    await editor.getByRole("button", { name: "分发", exact: true }).click();
    const dialog = editor.getByRole("dialog", { name: "分发第1期" });
    await dialog.getByRole("radio", { name: "定时送达" }).check();
    await dialog.getByLabel("日期").fill(addDays(today(), 1));
    await dialog.getByLabel("时间").fill("07:30");
    await dialog.getByRole("button", { name: "分发", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(editor.getByText(`定于${formatDay(addDays(today(), 1))} 07:30自动送达`)).toBeVisible();
  });

  const leader = await signIn("leader");
  const another = await ownServer();
  const elsewhere = await signIn("leader");
  const trays = [
    { page: leader, address: "/reading" },
    { page: elsewhere, address: `${another.url}/reading` },
  ];
  await test.step("until then the leader finds it at no address", async () => {
    for (const address of [`/reading/${id}`, `/issues/${id}/pdf`, `/issues/${id}/docx`, `/issues/${id}/live`])
      expect((await leader.context().request.get(address)).status(), address).toBe(404);
    for (const { page, address } of trays) {
      await page.goto(address);
      await isTold(page);
      await expect(page.getByRole("heading", { name: "阅读" })).toBeVisible();
      await expect(page.getByRole("link", { name: /定时周刊/ })).toHaveCount(0);
    }
  });
  await test.step("once it is sent both trays have it, with a notice", async () => {
    await db.issue.update({ where: { id }, data: { distributeAt: new Date(now().getTime() - 60_000) } });
    // The worker looks once a minute, too; whoever is first sends it, once.
    await distributeDue();
    for (const { page } of trays) {
      await expect(page.getByRole("link", { name: "定时周刊第1期送达" })).toBeVisible();
      await expect(page.getByRole("list", { name: "今日待阅" }).getByRole("link", { name: /定时周刊/ })).toBeVisible();
    }
    expect(await db.delivery.count({ where: { issueId: id } })).toBe(1);
  });
  await test.step("the notice leads there", async () => {
    await elsewhere.getByRole("link", { name: "定时周刊第1期送达" }).click();
    await expect(elsewhere).toHaveURL(`${another.url}/reading/${id}`);
    await expect(elsewhere.getByRole("heading", { name: "到时才送的一篇" })).toBeVisible();
  });
});

test("a time that has passed is refused beside it, and one that was set can be taken back", async ({ signIn }) => {
  const { id } = await issueWith(await ownWeekly("改时周刊", "leader"), "改了时间的一篇");
  await sign(id);
  const editor = await signIn("editor");
  await editor.goto(`/issues/${id}`);
  await editor.getByRole("button", { name: "分发", exact: true }).click();
  const dialog = editor.getByRole("dialog", { name: "分发第1期" });
  await dialog.getByRole("radio", { name: "定时送达" }).check();
  await dialog.getByLabel("日期").fill(today());
  await dialog.getByLabel("时间").fill("00:00");
  await dialog.getByRole("button", { name: "分发", exact: true }).click();
  await expect(dialog.getByLabel("时间")).toHaveAccessibleDescription("定时应晚于现在，请改为以后的时间。");
  await expect(dialog.getByLabel("日期")).toHaveValue(today());
  await dialog.getByLabel("日期").fill(addDays(today(), 2));
  await dialog.getByRole("button", { name: "分发", exact: true }).click();
  await expect(editor.getByText(/^定于.*自动送达/)).toBeVisible();
  await editor.getByRole("button", { name: "取消定时" }).click();
  await expect(editor.getByText(/^定于.*自动送达/)).toBeHidden();
  await confirm(editor, "分发");
  await expect(editor.getByRole("link", { name: "签收情况" })).toBeVisible();
  expect(await db.delivery.count({ where: { issueId: id } })).toBe(1);
});

test("one act reminds the rest, paper copies are ticked off, and the signing sheet has a place for each hand", async ({
  signIn,
}) => {
  const { id } = await issueOut(await ownWeekly("催阅周刊", "leader", "leader2"), "要催的一篇");
  const [editor, leader, leader2] = [await signIn("editor"), await signIn("leader"), await signIn("leader2")];
  await leader.goto(`/reading/${id}`);
  await leader.getByRole("button", { name: "签收", exact: true }).click();
  await expect(leader.getByText(/^已阅 \d/)).toBeVisible();
  for (const page of [leader, leader2]) {
    await page.goto("/notices");
    await isTold(page);
  }

  await test.step("who has acknowledged is left in peace", async () => {
    await editor.goto(`/issues/${id}/receipts`);
    await expect(editor.getByText("送达2人，已打开1人，已签收1人")).toBeVisible();
    await editor.getByRole("button", { name: "催阅" }).click();
    const reminder = { name: "催阅周刊第1期尚未签收，请阅" };
    await expect(leader2.getByRole("link", reminder).first()).toBeVisible();
    await expect(editor.getByRole("row", { name: /沈砚秋/ })).toContainText("催阅");
    await leader.reload();
    await expect(leader.getByRole("link", reminder)).toHaveCount(0);
  });
  await test.step("nobody is reminded twice within an hour", async () => {
    await editor.getByRole("button", { name: "催阅" }).click();
    await expect(editor.getByText("没有需要催阅的收件人：都已签收，或一小时内刚催过。")).toBeVisible();
  });
  await test.step("a paper copy is ticked off, and the tick taken away", async () => {
    const copy = editor.getByRole("listitem").filter({ hasText: "市委办公室" });
    await copy.getByRole("button", { name: "已送到" }).click();
    await expect(copy).toContainText("周若兰送到");
    await expect(editor.getByText("1处，已送1处")).toBeVisible();
    await copy.getByRole("button", { name: "未送到" }).click();
    await expect(editor.getByText("1处，已送0处")).toBeVisible();
  });
  await test.step("the sheet is printed without what belongs to the screen", async () => {
    await editor.getByRole("link", { name: "签收单" }).click();
    await expect(editor.getByRole("heading", { name: "《催阅周刊》签收单" })).toBeVisible();
    const rows = editor.getByRole("table").getByRole("row");
    await expect(rows).toHaveCount(4);
    await expect(rows.filter({ hasText: "市委办公室" })).toContainText("纸本（送）");
    await expect(rows.filter({ hasText: "顾承岳" })).toContainText("电子已签收");
    await expect(rows.filter({ hasText: "沈砚秋" })).not.toContainText("已签收");
    await editor.evaluate(() => {
      window.print = () => document.documentElement.setAttribute("data-printed", "");
    });
    await editor.getByRole("button", { name: "打印" }).click();
    await expect(editor.locator("html")).toHaveAttribute("data-printed");
    await editor.emulateMedia({ media: "print" });
    await expect(editor.getByRole("banner")).toBeHidden();
    await expect(editor.getByRole("button", { name: "打印" })).toBeHidden();
    await expect(rows).toHaveCount(4);
  });
});
