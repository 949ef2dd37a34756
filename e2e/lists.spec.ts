import { db, issueWith, ownWeekly } from "./builders";
import { expect, test } from "./fixtures";

test("a list that stands on paper is filled in from its text, and the rehearsal says who will see the issue", async ({
  signIn,
}) => {
  const { id } = await issueWith(await ownWeekly("名单刊"), "第一条的标题");
  const leader = await db.account.findUniqueOrThrow({ where: { account: "leader" } });
  const page = await signIn("editor");
  await page.goto(`/issues/${id}/lists`);
  await page.getByText("从文字填入").click();
  await page.getByLabel("纸上的名单").fill(`报：${leader.name}，\n　　市委办公室。\n送：市政府办公室。`);
  await page.getByRole("button", { name: "填入", exact: true }).click();
  await expect(page.getByText("已填入：1个对上了收件人，2个作为纸本。请核对后保存。")).toBeVisible();
  await page.getByRole("button", { name: "保存" }).click();
  await expect
    .poll(async () => JSON.stringify((await db.issue.findUniqueOrThrow({ where: { id } })).lists))
    .toContain(leader.id);

  await page.goto(`/issues/${id}/rehearsal`);
  await expect(
    page.getByRole("table", { name: "会收到的", exact: true }).getByRole("row", { name: leader.name }),
  ).toBeVisible();
  await expect(page.getByText("市委办公室，市政府办公室")).toBeVisible();
});
