import { adopt, asHeading, beginIssue, caption, confirm, mend, sign, writeAndSend } from "./acts";
import { expect, test } from "./fixtures";

// The main job as one story: an office writes, its lead lets go, the secretariat assembles, a
// reviewer and a signer release, the leader reads, and the office learns what became of it.
test("an item goes from the office where it happened to the leader who acknowledges it", async ({
  signIn,
  tolerate,
}) => {
  const office = await signIn("office");
  const itemUrl = await test.step("the office writes and sends", () => writeAndSend(office));

  await test.step("its lead lets it go", async () => {
    const lead = await signIn("lead");
    await lead.goto(itemUrl);
    await lead.getByRole("button", { name: "审签", exact: true }).click();
    await expect(lead.getByText("已报送", { exact: true })).toBeVisible();
  });

  const editor = await signIn("editor");
  const issueUrl = await test.step("the editor begins an issue and adopts", async () => {
    const url = await beginIssue(editor);
    await adopt(editor, url);
    return url;
  });
  await test.step("the editor mends a title and says why", () => mend(editor, issueUrl));
  await test.step("the editor asks for review", async () => {
    await editor.goto(issueUrl);
    await editor.getByRole("button", { name: "送审", exact: true }).click();
    await expect(editor.getByRole("button", { name: "撤回送审" })).toBeVisible();
    await expect(editor.getByRole("button", { name: "审核通过" })).toBeHidden();
  });
  await test.step("the reviewer approves", async () => {
    const reviewer = await signIn("reviewer");
    await reviewer.goto(issueUrl);
    await confirm(reviewer, "审核通过");
    await expect(reviewer.getByText(/审核通过，等待签发/)).toBeVisible();
  });
  const number = await test.step("the signer signs once, under the number shown", async () =>
    sign(await signIn("signer"), issueUrl));
  await test.step("the editor distributes", async () => {
    await editor.goto(issueUrl);
    await confirm(editor, "分发");
    await expect(editor.getByRole("link", { name: "签收情况" })).toBeVisible();
  });

  const readingUrl = issueUrl.replace("/issues/", "/reading/");
  await test.step("the leader finds it among what is new, reads and acknowledges", async () => {
    const leader = await signIn("leader");
    await leader.goto("/reading");
    await leader
      .locator("main")
      .getByRole("link", { name: new RegExp(`工作周报.*第${number}期`) })
      .first()
      .click();
    await expect(leader).toHaveURL(readingUrl);
    await expect(leader.getByRole("heading", asHeading)).toBeVisible();
    await expect(leader.getByRole("img", { name: caption })).toBeVisible();
    await leader.getByRole("button", { name: "签收", exact: true }).click();
    await expect(leader.getByText(/^已阅 \d/)).toBeVisible();
  });
  await test.step("who is not addressed finds nothing", async () => {
    tolerate(/404/);
    const leader2 = await signIn("leader2");
    expect((await leader2.goto(readingUrl))?.status()).toBe(404);
    await expect(leader2.getByRole("heading", { name: "没有这一页" })).toBeVisible();
  });
  await test.step("the secretariat sees the receipt", async () => {
    await editor.getByRole("link", { name: "签收情况" }).click();
    await expect(editor.getByText(/已打开1人?，已签收1/)).toBeVisible();
  });
  await test.step("the office sees what was printed and what was changed", async () => {
    await office.goto(itemUrl);
    await expect(office.getByText("已刊发", { exact: true }).first()).toBeVisible();
    await expect(office.getByText(`第${number}期`).first()).toBeVisible();
    await expect(office.getByRole("insertion").filter({ hasText: "云岭县" })).toBeVisible();
    await expect(office.getByText("单位名称用全称")).toBeVisible();
  });
});
