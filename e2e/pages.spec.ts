import { db, issueWith, ownWeekly } from "./builders";
import { expect, test } from "./fixtures";

test("the pages beside the board are true: a paragraph is opened on them, and they follow what is written", async ({
  signIn,
  tolerate,
}) => {
  const { id, entries } = await issueWith(await ownWeekly("真版面"), "第一条的标题", "第二条的标题");
  const page = await signIn("editor");
  await page.goto(`/issues/${id}`);
  const first = page.getByRole("figure", { name: "第1页" });
  await expect(first.locator("use").first()).toBeAttached();
  await expect(page.getByText(/第1页余\d+行/)).toBeVisible();

  const headline = await db.entry.findUniqueOrThrow({ where: { id: entries[0] } });
  expect(headline.headline).toEqual(["第一条的标题"]);
  const box = await first.boundingBox();
  if (!box) throw new Error("the page is not shown");
  // The first paragraph stands a little below the middle of the first page.
  await first.click({ position: { x: box.width / 2, y: box.height * 0.6 } });
  await expect(page).toHaveURL(new RegExp(`/issues/${id}/entries/${entries[0]}`));

  const drawn = () => page.getByRole("figure", { name: "第1页" }).locator("use").count();
  await expect(page.getByRole("figure", { name: "第1页" }).locator("use").first()).toBeAttached();
  const before = await drawn();
  const text = page.getByRole("textbox", { name: "正文" });
  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("补写的一句话要立刻排上版面。");
  await expect.poll(drawn).toBeGreaterThan(before + 10);
  // Nothing is saved by looking at it.
  await expect(page.getByText("有改动，尚未保存")).toBeVisible();

  // What cannot be set is said at once, and not only when it is saved.
  tolerate(/422/);
  await page.keyboard.insertText("😀");
  await expect(page.getByText("版面没有更新：公文不用表情符号")).toBeVisible();
  await page.keyboard.press("Backspace");
  await expect(page.getByText("版面没有更新")).toBeHidden();

  await page.getByText(/第1页余\d+行/).click();
  await expect(page.getByText(/报尾在末页版心底部|报尾另占一页/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText(/报尾在末页版心底部|报尾另占一页/)).toBeHidden();

  await page.getByRole("button", { name: "原稿与改动" }).click();
  await expect(page.getByRole("region", { name: "报送原稿" })).toBeVisible();
});

test("a reader takes the signed pages with them, and the record says so", async ({ signIn }) => {
  const leader = await signIn("leader");
  const sent = await db.issue.findFirstOrThrow({
    where: { state: "distributed", deliveries: { some: { account: { account: "leader" } } } },
    include: { file: true },
  });
  await leader.goto(`/reading/${sent.id}`);
  await leader.getByLabel("字号与打印").click();
  const [download] = await Promise.all([
    leader.waitForEvent("download"),
    leader.getByRole("link", { name: "PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/期\.pdf$/);
  const { request } = leader.context();
  const pdf = await request.get(`/issues/${sent.id}/pdf`);
  expect(pdf.headers()["cache-control"]).toContain("no-store");
  expect((await pdf.body()).equals(Buffer.from(sent.file?.bytes ?? []))).toBe(true);
  const word = await request.get(`/issues/${sent.id}/docx`);
  expect((await word.body()).subarray(0, 2).toString()).toBe("PK");
  const lines = await db.event.count({ where: { act: "download", issueId: sent.id, actorName: { not: "" } } });
  expect(lines).toBeGreaterThanOrEqual(3);
});
