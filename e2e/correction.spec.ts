import type { Page } from "@playwright/test";
import { takeImage } from "@/bulletin/intake/images";
import { distribute } from "@/bulletin/post/distribute";
import { seenIssue } from "@/bulletin/testing/issues";
import { paragraphs } from "@/bulletin/testing/items";
import { photograph } from "@/seeds/city/photographs";
import { isTold } from "./acts";
import { issueOut, ownWeekly, sign, stage } from "./builders";
import { expect, test } from "./fixtures";

const wrong = "会议在上午九时举行。";
const right = "会议在下午三时举行。";
const reason = "会议时间有误";
const headline = "时间写错的一篇";

test("a leader who has the old edition open gets the new one with what was changed, and a recall takes that away", async ({
  signIn,
  tolerate,
}) => {
  tolerate(/404/);
  const people = await stage();
  const { id: image } = await takeImage(people.actor("office2"), await photograph("bridge", 31));
  const figure = { type: "figure" as const, image, caption: "会场", credit: "" };
  const text = { headline: [headline], blocks: [...paragraphs(wrong, "十二人发言。"), figure] };
  const { id: first } = await issueOut(await ownWeekly("更正周刊", "leader"), text, "没有改动的一篇");
  const [leader, editor, signer] = [await signIn("leader"), await signIn("editor"), await signIn("signer")];
  await leader.goto(`/reading/${first}`);
  await isTold(leader);
  await expect(leader.getByText(wrong)).toBeVisible();
  await leader.evaluate(() => Object.assign(window, { never: "reloaded" }));

  const second = await test.step("the editor begins a new edition and mends the text", () => correct(editor, first));
  await test.step("until it is out the leader has the old one", async () => {
    await sign(second);
    expect((await leader.context().request.get(`/reading/${second}`)).status()).toBe(404);
    await expect(leader.getByText(wrong)).toBeVisible();
  });
  await test.step("the open page becomes the new edition and says what was changed", async () => {
    await distribute(people.actor("editor"), await seenIssue(second));
    await expect(leader).toHaveURL(`/reading/${second}`);
    const main = leader.getByRole("main");
    await expect(main.getByText("更正版：更正1处")).toBeVisible();
    await expect(main.getByText(reason)).toBeVisible();
    await main.getByText("查看改动").click();
    await expect(main.getByRole("deletion").first()).toBeVisible();
    await expect(main.getByRole("insertion").first()).toBeVisible();
    await expect(main.getByText(right).last()).toBeVisible();
    expect(await leader.evaluate(() => "never" in window)).toBe(true);
  });
  await test.step("the old address leads to the new one; the secretariat still sees the old text", async () => {
    await leader.goto(`/reading/${first}`);
    await expect(leader).toHaveURL(`/reading/${second}`);
    await editor.goto(`/reading/${first}`);
    await expect(editor.getByText("这是更正前的版本，只有主管单位还能看到。")).toBeVisible();
    await expect(editor.getByText(wrong)).toBeVisible();
    await editor.getByRole("link", { name: "查看更正版" }).click();
    await expect(editor).toHaveURL(`/reading/${second}`);
    await expect(editor.getByText(reason)).toBeVisible();
  });

  const { request } = leader.context();
  const taken = [`/issues/${second}/pdf`, `/issues/${second}/docx`, `/images/${image}`];
  await test.step("the signer recalls it while the leader has it open", async () => {
    for (const address of taken) expect((await request.get(address)).status(), address).toBe(200);
    await isTold(leader);
    await signer.goto(`/issues/${second}`);
    await signer.getByRole("button", { name: "撤回", exact: true }).click();
    const dialog = signer.getByRole("dialog", { name: "撤回第1期" });
    await dialog.getByLabel("撤回缘由，收件人看得到").fill("会议未召开");
    await dialog.getByRole("button", { name: "撤回", exact: true }).click();
    await expect(signer.getByText(/何润生 .* 撤回：/)).toBeVisible();
  });
  await test.step("the text is gone from the open page, and from every address", async () => {
    await expect(leader.getByRole("heading", { name: "更正周刊第1期已撤回" })).toBeVisible();
    await expect(leader.getByRole("main").getByText("会议未召开")).toBeVisible();
    await expect(leader.getByText(right)).toHaveCount(0);
    await expect(leader.getByRole("heading", { name: headline })).toHaveCount(0);
    for (const address of [...taken, `/issues/${first}/pdf`, `/issues/${first}/docx`, `/reading/${first}`])
      expect((await request.get(address)).status(), address).toBe(404);
    const answer = await (await request.get(`/reading/${second}`)).text();
    expect(answer).not.toContain(right);
    expect(answer).not.toContain(headline);
  });
  await test.step("the leader confirms, and the signer sees who did", async () => {
    await signer.getByRole("link", { name: "签收情况" }).click();
    await expect(signer.getByText(/看过、打印或下载过的\d+人，已确认0人/)).toBeVisible();
    await leader.getByRole("button", { name: "我已知悉" }).click();
    await expect(leader.getByText(/^已确认/)).toBeVisible();
    await expect(signer.getByText(/看过、打印或下载过的\d+人，已确认1人/)).toBeVisible();
    const asked = signer.getByRole("table", { name: "撤回确认" });
    await expect(asked.getByRole("row", { name: /顾承岳/ })).toContainText(/\d\d:\d\d/);
  });
});

/** 更正 in the browser; returns the new edition once its text is mended. */
async function correct(editor: Page, first: string): Promise<string> {
  await editor.goto(`/issues/${first}`);
  await editor.getByRole("button", { name: "更正", exact: true }).click();
  const dialog = editor.getByRole("dialog", { name: "更正第1期" });
  await dialog.getByLabel("更正缘由，收件人看得到").fill(reason);
  await dialog.getByRole("button", { name: "更正", exact: true }).click();
  await expect(editor).not.toHaveURL(new RegExp(first));
  await expect(editor.getByText("更正版，缘由：")).toBeVisible();
  const second = editor.url().split("/").at(-1) ?? "";
  await editor
    .getByRole("row", { name: headline })
    .getByRole("button", { name: /的操作/ })
    .click();
  await editor.getByRole("menuitem", { name: "编辑" }).click();
  await editor.getByRole("textbox", { name: "正文" }).getByText(wrong).click({ clickCount: 3 });
  await editor.keyboard.type(right);
  await editor.getByRole("button", { name: "保存", exact: true }).click();
  await expect(editor).toHaveURL(`/issues/${second}`);
  return second;
}
