import type { Page } from "@playwright/test";
import { addDays, formatDay, today } from "@/lib/dates";
import { isTold, writeByHand } from "./acts";
import { db, issueOut, ownWeekly } from "./builders";
import { expect, test } from "./fixtures";

const headline = "三个村的路修通了";
const sentence = "座谈会上十二人发言。";
const answer = "三个村的路已全部硬化，十一月底验收。";
const closing = "三个村的路已验收，不再另报。";
const words = "请附验收单。";
const due = addDays(today(), 7);

// The way of an instruction as one story: a leader writes on a sentence, the secretariat forwards it,
// an office answers, the secretariat closes it, and the leader sees on the same page what became of it.
test("a leader writes by pen, an office answers, and the leader sees on the page what became of it", async ({
  signIn,
  tolerate,
}) => {
  tolerate(/404/);
  const weekly = await ownWeekly("批示周刊", "leader");
  const { id: issueId, entries } = await issueOut(weekly, "头一篇稿件", headline);
  const [editor, leader] = [await signIn("editor"), await signIn("leader")];
  await editor.goto("/issues");
  await isTold(editor);
  await leader.goto(`/reading/${issueId}`);
  await isTold(leader);

  const id = await test.step("the leader writes on a sentence", async () => {
    await writeOnSentence(leader, entries[1] ?? "");
    return (await db.instruction.findFirstOrThrow({ where: { issueId } })).id;
  });
  const address = `/instructions/${id}`;
  await test.step("the strokes stand above the story on which they were written", async () => {
    const story = leader.locator(`[data-story="${entries[1]}"]`);
    const written = story.getByRole("region", { name: "顾承岳的批示" });
    await expect(written).toContainText(sentence);
    const strokes = await written.getByRole("img").boundingBox();
    const heading = await story.getByRole("heading", { name: headline }).boundingBox();
    expect(strokes?.y).toBeLessThan(heading?.y ?? 0);
    const { drawing } = await db.instruction.findUniqueOrThrow({ where: { id } });
    expect((drawing as { strokes: unknown[] }).strokes).toHaveLength(2);
  });

  await test.step("the editor is told on the page that is open, and forwards it", async () => {
    await follow(editor, /^顾承岳在.*第\d+期上有批示，请转办$/, address);
    await expect(editor.getByRole("img", { name: "请阅。" })).toBeVisible();
    await forward(editor);
  });
  const office = await signIn("office2");
  await test.step("an office to which it was not forwarded does not find it", async () => {
    const other = await signIn("office");
    expect((await other.goto(address))?.status()).toBe(404);
    await expect(other.getByRole("heading", { name: "没有这一页" })).toBeVisible();
  });
  await test.step("the office answers with a text and a file", async () => {
    await office.goto("/notices");
    const day = formatDay(due, "zh-CN", { weekday: false });
    await office
      .getByRole("link", { name: new RegExp(`顾承岳在.*期上的批示转本单位办理，${day}前反馈$`) })
      .and(office.locator(`[href="${address}"]`))
      .click();
    await expect(office.getByText(words)).toBeVisible();
    await expect(office.getByText(`${formatDay(due)}前反馈`)).toBeVisible();
    const buffer = Buffer.from("三个村，一张验收单");
    await office.getByLabel("添加附件").setInputFiles({ name: "验收单.txt", mimeType: "text/plain", buffer });
    await expect(office.getByRole("link", { name: "验收单.txt" })).toBeVisible();
    await office.getByLabel("反馈办理情况").fill(answer);
    await office.getByRole("button", { name: "反馈", exact: true }).click();
    await expect(office.getByText("已反馈", { exact: true })).toBeVisible();
    await expect(office.getByText(answer)).toBeVisible();
  });
  await test.step("the editor is told, and closes it", async () => {
    await follow(editor, /^临江县政协办公室已反馈.*期上批示的办理情况$/, address);
    await expect(editor.getByText(answer)).toBeVisible();
    await editor.getByRole("button", { name: "办结", exact: true }).click();
    const dialog = editor.getByRole("dialog", { name: "办结顾承岳的批示" });
    await dialog.getByLabel("办结情况").fill(closing);
    await dialog.getByRole("button", { name: "办结", exact: true }).click();
    await expect(editor.getByText("已办结", { exact: true })).toBeVisible();
  });

  await test.step("the leader sees it on the page that was open all the while, and opens the file", async () => {
    const written = leader.getByRole("region", { name: "顾承岳的批示" });
    await expect(leader.getByRole("link", { name: /^你在.*期上的批示已办结$/ })).toBeVisible();
    await expect(written.getByText("已办结", { exact: true })).toBeVisible();
    await expect(written).toContainText(answer);
    await expect(written).toContainText(closing);
    const [download] = await Promise.all([
      leader.waitForEvent("download"),
      written.getByRole("link", { name: "验收单.txt" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("验收单.txt");
  });
  await test.step("the register has it, and hands it out as a table", async () => {
    await editor.goto("/instructions?view=closed");
    await editor.getByText("筛选", { exact: true }).click();
    await editor.getByLabel("刊物").selectOption({ label: "批示周刊" });
    await editor.getByRole("button", { name: "查找" }).click();
    await expect(editor.getByRole("table", { name: "批示台账" }).getByRole("row")).toHaveCount(2);
    await expect(editor.getByRole("row", { name: new RegExp(sentence) })).toContainText("临江县");
    const link = editor.getByRole("link", { name: "导出表格" });
    const [download] = await Promise.all([editor.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe("批示台账.csv");
    const table = await (await editor.context().request.get((await link.getAttribute("href")) ?? "")).text();
    expect(table.trim().split("\r\n")).toHaveLength(2);
    for (const text of [sentence, "顾承岳", "临江县", due, closing]) expect(table).toContain(text);
  });
  await test.step("the file copy is the secretariat's alone", async () => {
    await editor.goto(`/issues/${issueId}`);
    const [download] = await Promise.all([
      editor.waitForEvent("download"),
      editor.getByRole("link", { name: "存档件" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^批示周刊.*（存档件）\.pdf$/);
    const copy = await editor.context().request.get(`/issues/${issueId}/file-copy`);
    expect((await copy.body()).subarray(0, 5).toString()).toBe("%PDF-");
    for (const page of [leader, office])
      expect((await page.context().request.get(`/issues/${issueId}/file-copy`)).status()).toBe(404);
  });
});

/** Marks the sentence in the text, writes two strokes and a phrase on it. */
async function writeOnSentence(leader: Page, entryId: string): Promise<void> {
  await leader.locator(`[data-story="${entryId}"]`).getByText(sentence).click({ clickCount: 3 });
  await leader.getByRole("button", { name: "批示", exact: true }).click();
  const dialog = leader.getByRole("dialog", { name: "批示" });
  await expect(dialog.getByRole("radio", { name: "其中一句" })).toBeChecked();
  await expect(dialog.getByLabel("所批语句").locator("option:checked")).toHaveText(sentence);
  await dialog.getByRole("button", { name: "请阅。" }).click();
  await expect(dialog.getByLabel("文字")).toHaveValue("请阅。");
  await writeByHand(leader);
  await dialog.getByRole("button", { name: "批示", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(leader.getByRole("region", { name: "顾承岳的批示" })).toBeVisible();
}

/** First with a day that has passed, which is refused and loses nothing. */
async function forward(editor: Page): Promise<void> {
  await editor.getByRole("button", { name: "转办", exact: true }).click();
  const dialog = editor.getByRole("dialog", { name: "转办顾承岳的批示" });
  await dialog.getByRole("checkbox", { name: "临江县" }).check();
  await dialog.getByLabel("转办说明，可不填").fill(words);
  await dialog.getByLabel("反馈期限，可不填").fill(addDays(today(), -1));
  await dialog.getByRole("button", { name: "转办", exact: true }).click();
  await expect(dialog.getByLabel("反馈期限，可不填")).toHaveAccessibleDescription("日期不能早于今天。");
  await expect(dialog.getByRole("checkbox", { name: "临江县" })).toBeChecked();
  await expect(dialog.getByLabel("转办说明，可不填")).toHaveValue(words);
  await dialog.getByLabel("反馈期限，可不填").fill(due);
  await dialog.getByRole("button", { name: "转办", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(editor.getByText("办理中", { exact: true })).toBeVisible();
}

/** Goes where a notice leads that has come to the page without reloading it. */
async function follow(page: Page, sentence: RegExp, address: string): Promise<void> {
  await page
    .getByRole("link", { name: sentence })
    .and(page.locator(`[href="${address}"]`))
    .click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
}
