import type { Page } from "@playwright/test";
import { addDays, today } from "@/lib/dates";
import { isTold } from "./acts";
import { db, issueOut, ownWeekly } from "./builders";
import { expect, test } from "./fixtures";

test("a deputy reads in the leader's place, writes only with leave, and finds nothing after the tray is taken back", async ({
  signIn,
  tolerate,
}) => {
  tolerate(/404/);
  const { id } = await issueOut(await ownWeekly("代阅周刊", "leader"), "代为一阅的稿件", "另一篇");
  const leaderId = (await db.account.findUniqueOrThrow({ where: { account: "leader" } })).id;
  const inPlace = { tray: `/reading?of=${leaderId}`, issue: `/reading/${id}?of=${leaderId}` };
  const [leader, deputy] = [await signIn("leader"), await signIn("reviewer")];
  await deputy.goto("/issues");
  await isTold(deputy);
  expect((await deputy.context().request.get(inPlace.tray)).status()).toBe(404);

  await test.step("the leader gives the tray into somebody's care", async () => {
    await leader.goto("/reading");
    await leader.getByRole("link", { name: "代阅", exact: true }).click();
    await give(leader, false);
    await expect(row(leader)).toContainText("不可以");
  });
  await test.step("the deputy is told, and reads and acknowledges in the leader's place", async () => {
    await deputy.getByRole("link", { name: /^顾承岳的刊物由你代阅，至/ }).click();
    await expect(deputy).toHaveURL(inPlace.tray);
    await expect(deputy.getByText("这里是顾承岳的刊物，由你代阅。")).toBeVisible();
    await deputy
      .getByRole("list", { name: "今日待阅" })
      .getByRole("link", { name: /代阅周刊/ })
      .click();
    await expect(deputy).toHaveURL(inPlace.issue);
    await expect(deputy.getByRole("heading", { name: "代为一阅的稿件" })).toBeVisible();
    await expect(deputy.getByRole("button", { name: "批示", exact: true })).toHaveCount(0);
    await deputy.keyboard.press("p");
    await expect(deputy.getByRole("dialog")).toHaveCount(0);
    const read = deputy.getByRole("button", { name: "签收，代顾承岳" });
    await expect(read).toHaveText("代顾承岳已阅");
    await read.click();
    await expect(deputy.getByText(/已阅 \d/)).toBeVisible();
  });
  await test.step("the receipts say by whom", async () => {
    const editor = await signIn("editor");
    await editor.goto(`/issues/${id}/receipts`);
    const receipt = editor.getByRole("table", { name: "签收情况" }).getByRole("row", { name: /顾承岳/ });
    await expect(receipt.getByText("秦伯言代")).toHaveCount(2);
  });

  await test.step("with leave the deputy writes, and it says who wrote", async () => {
    await takeBack(leader);
    await give(leader, true);
    await expect(row(leader)).not.toContainText("不可以");
    await deputy.goto(inPlace.issue);
    await deputy.getByRole("button", { name: "批示", exact: true }).click();
    const dialog = deputy.getByRole("dialog", { name: "批示" });
    await dialog.getByRole("button", { name: "请研究借鉴。" }).click();
    await dialog.getByRole("button", { name: "批示", exact: true }).click();
    const written = { name: "顾承岳的批示" };
    await expect(deputy.getByRole("region", written)).toContainText("顾承岳（秦伯言代写）");
    await leader.goto(`/reading/${id}`);
    await expect(leader.getByRole("region", written)).toContainText("顾承岳（秦伯言代写）");
    const { id: instruction } = await db.instruction.findFirstOrThrow({ where: { issueId: id } });
    const editor = await signIn("editor");
    await editor.goto(`/instructions/${instruction}`);
    await expect(editor.getByText("顾承岳（秦伯言代写）")).toBeVisible();
  });
  await test.step("taken back, the tray is gone", async () => {
    await leader.goto("/deputies");
    await takeBack(leader);
    for (const address of Object.values(inPlace)) {
      expect((await deputy.goto(address))?.status(), address).toBe(404);
      await expect(deputy.getByRole("heading", { name: "没有这一页" })).toBeVisible();
    }
  });
});

async function give(leader: Page, mayInstruct: boolean): Promise<void> {
  await leader.getByRole("button", { name: "请人代阅" }).click();
  const dialog = leader.getByRole("dialog", { name: "请人代阅" });
  await dialog.getByLabel("代阅人").selectOption({ label: "秦伯言　办公室" });
  await dialog.getByLabel("至", { exact: true }).fill(addDays(today(), 3));
  if (mayInstruct) await dialog.getByRole("checkbox", { name: "可以代写批示" }).check();
  await dialog.getByRole("button", { name: "请人代阅" }).click();
  await expect(dialog).toBeHidden();
  await expect(row(leader)).toBeVisible();
}

async function takeBack(leader: Page): Promise<void> {
  await row(leader).getByRole("button", { name: "收回" }).click();
  await expect(row(leader)).toHaveCount(0);
}

function row(leader: Page) {
  return leader.getByRole("table", { name: "代阅" }).getByRole("row", { name: /秦伯言/ });
}
