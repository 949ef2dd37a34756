import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { zipOf } from "@/bulletin/testing/files/zip";
import { pastWeekly } from "@/bulletin/testing/pastWeekly";
import { db, ownLeader, ownWeekly } from "./builders";
import { expect, test } from "./fixtures";

const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

test("past issues are brought in, corrected beside their text, archived, and opened to the readers of a list", async ({
  signIn,
}) => {
  const leader = await ownLeader("pastreader", "柳长青");
  const publication = await ownWeekly("导入旧刊", leader);
  const page = await signIn("editor");
  await page.goto("/archive");
  await page.getByRole("link", { name: "导入往期" }).click();
  await page
    .getByLabel("选择文件", { exact: true })
    .setInputFiles([
      file("第9期.txt", `${pastWeekly(9, { name: "导入旧刊" })}\n更正启事：上期有误。`),
      file("旧稿.doc", "\u00d0\u00cf"),
      file("空.txt", ""),
    ]);
  await expect(page.getByText("共3个文件，已处理3个。")).toBeVisible();
  await expect(page.getByText("文件是空的。")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "第9期.txt" })).toContainText("1期，3条");

  await page.getByRole("link", { name: "第9期.txt" }).click();
  await expect(page.getByRole("region", { name: "识别结果" }).getByText("重要会议", { exact: true })).toBeVisible();
  const line = page.getByRole("button", { name: "市政协召开主席会议", exact: false }).first();
  await line.click();
  await page.getByLabel("这一行是").selectOption({ label: "正文" });
  await expect(page.getByRole("button", { name: /正文 市政协召开主席会议$/ })).toBeVisible();
  await page.getByLabel("这一行是").selectOption({ label: "标题" });
  await expect(page.getByRole("button", { name: /标题 市政协召开主席会议$/ })).toBeVisible();

  await page.getByRole("button", { name: "归档" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "归档" }).click();
  await expect(page.getByText("已归档")).toBeVisible();
  await page.goto(`/archive?publication=${publication.id}`);
  await expect(page.getByRole("row", { name: /第9期/ })).toBeVisible();

  const reader = await signIn("pastreader");
  await reader.goto("/archive");
  await expect(reader.getByText("还没有可读的刊物")).toBeVisible();
  await page.getByRole("link", { name: "已归档" }).click();
  await expect(page.getByText("往期归档，未经本系统签发。只有编辑部可读。")).toBeVisible();
  await page.getByRole("button", { name: "指定对象" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "指定对象" }).click();
  await expect(page.getByText("往期归档，未经本系统签发。已对1人开放。")).toBeVisible();
  await reader.reload();
  await reader.getByRole("link", { name: "第9期" }).click();
  await expect(reader.getByRole("heading", { name: "市政协召开主席会议" })).toBeVisible();
  await expect(reader.getByRole("button", { name: "已阅" })).toHaveCount(0);
  await reader.goto("/reading");
  await expect(reader.getByText("没有待阅的刊物")).toBeVisible();
});

test("what was misread is put right in its line, taken back, and a number that was typed counts", async ({
  signIn,
  tolerate,
}) => {
  tolerate(/ERR_INTERNET_DISCONNECTED|Failed to (load resource|fetch)/);
  await ownWeekly("校改旧刊", await ownLeader("corrected", "江一帆"));
  const page = await signIn("editor");
  await page.goto("/archive/import");
  await page
    .getByLabel("选择文件", { exact: true })
    .setInputFiles([
      file("校改.txt", pastWeekly(9, { name: "校改旧刊" }).replace("林远", "林运")),
      file("便条.txt", "买菜。"),
    ]);
  await expect(page.getByText("未认出报头，按一期读入，1条")).toBeVisible();
  await page.getByRole("link", { name: "校改.txt" }).click();
  const result = page.getByRole("region", { name: "识别结果" });
  await page.getByRole("button", { name: /简讯 3月2日/ }).click();
  const line = page.getByLabel("这一行的文字");
  const right = "3月2日，市政协主席林远到白石县调研春耕备耕工作。";
  await line.fill(right);
  // Its field is left: kept without another act.
  await page.getByLabel("期号", { exact: true }).click();
  await expect(result.getByText(right)).toBeVisible();
  await expect(page.getByText(/原读作“3月2日，市政协主席林运/)).toBeVisible();

  await line.focus();
  await line.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5));
  await page.keyboard.press("Enter");
  await expect(result.getByText("市政协主席林远到白石县调研春耕备耕工作。", { exact: true })).toBeVisible();
  const undo = page.getByRole("button", { name: "撤销上一步" });
  await undo.click();
  await expect(result.getByText(right)).toBeVisible();
  await undo.click();
  await expect(result.getByText(/林运到白石县/)).toBeVisible();
  await expect(undo).toBeDisabled();

  const number = page.getByLabel("期号", { exact: true });
  const archive = page.getByRole("button", { name: "归档", exact: true });
  await number.fill("0");
  await page.getByLabel("合刊至").focus();
  await expect(page.getByText("应为1到99999之间的整数。")).toBeVisible();
  await archive.click();
  const confirm = page.getByRole("dialog", { name: "归档1期" });
  await confirm.getByRole("button", { name: "归档" }).click();
  await expect(confirm.getByText("有改动尚未保存")).toBeVisible();
  await confirm.getByRole("button", { name: "取消" }).click();

  // One leaves a field for the next act: both are done, each on what the other has made.
  await number.fill("77");
  await page.getByRole("button", { name: "下移" }).click();
  await expect(undo).toBeEnabled();
  await expect(page.getByText("已先改")).toHaveCount(0);
  await expect(number).toHaveValue("77");
  await undo.click();
  await expect(undo).toBeDisabled();
  await page.reload();
  await expect(undo).toBeDisabled();
  await page.getByRole("button", { name: /简讯 3月2日/ }).click();

  // A line that is broken keeps what was typed, and archives nothing until it is there.
  await line.fill("3月2日，断线时改的一句。");
  await page.context().setOffline(true);
  await number.click();
  await expect(page.getByText("网络中断，没有保存。")).toBeVisible();
  await expect(page.getByText("有改动尚未保存")).toBeVisible();
  await page.context().setOffline(false);
  await expect(line).toHaveValue("3月2日，断线时改的一句。");
  await line.focus();
  await number.click();
  await expect(result.getByText("3月2日，断线时改的一句。")).toBeVisible();
  // Typed, and archived at once: it counts.
  await number.fill("78");
  await archive.click();
  await page.getByRole("dialog").getByRole("button", { name: "归档" }).click();
  await expect(page.getByText("已归档")).toBeVisible();
  await expect(page.getByRole("main").getByText("第78期", { exact: true }).first()).toBeVisible();
});

test("a file of a zip that cannot be read is named, and those behind it are read", async ({ signIn }) => {
  const zip = zipOf([
    { name: "周报21.txt", bytes: Buffer.from(pastWeekly(21, { name: "压缩旧刊" })) },
    { name: "坏.docx", bytes: Buffer.from("PK\u0003\u0004坏") },
    { name: "周报22.txt", bytes: Buffer.from(pastWeekly(22, { name: "压缩旧刊" })) },
  ]);
  const page = await signIn("editor");
  await page.goto("/archive/import");
  await page
    .getByLabel("选择文件", { exact: true })
    .setInputFiles([{ name: "旧刊.zip", mimeType: "application/zip", buffer: Buffer.from(zip) }]);
  await expect(page.getByText("共1个文件，已处理1个。")).toBeVisible();
  const line = page.getByRole("listitem").filter({ hasText: "旧刊.zip" });
  await expect(line).toContainText("坏.docx文件已损坏，打不开。");
  await expect(line).toContainText("周报22.txt1期，3条");
});

test("a bulletin pasted out of Word keeps its headings, and waits for its number", async ({ signIn }) => {
  const page = await signIn("editor");
  await page.goto("/archive/import");
  const html = `<p>粘贴旧刊</p><p>第&nbsp;3&nbsp;期</p><p>青禾市办公室</p><p>2024年3月4日</p>
    <p><b>春耕备耕会议召开</b></p><p>3月1日，全市春耕备耕会议召开，各县区负责同志参加会议并作了发言。</p>`;
  await page.getByLabel("从 Word 或 WPS 粘贴").evaluate((field, value) => {
    const data = new DataTransfer();
    data.setData("text/html", value);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, html);
  // What a paste of this kind puts into the field itself.
  await page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>("textarea[name=text]");
    field?.setRangeText("粘贴旧刊");
    field?.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  });
  // The page is left and opened again: what was pasted is there, with its headings.
  await page.goto("/archive/import");
  await expect(page.getByLabel("从 Word 或 WPS 粘贴")).toHaveValue("粘贴旧刊");
  await page.getByRole("button", { name: "识别" }).click();
  await expect(
    page.getByRole("region", { name: "识别结果" }).getByRole("heading", { name: "春耕备耕会议召开" }),
  ).toBeVisible();

  // Nobody has such a publication: it is founded on the spot, with what the masthead says, and chosen.
  await page.getByRole("button", { name: "新设刊物" }).click();
  const founding = page.getByRole("dialog", { name: "新设刊物" });
  await expect(founding.getByLabel("编印单位")).toHaveValue("青禾市办公室");
  await founding.getByLabel("刊名", { exact: true }).fill("粘贴旧刊");
  await founding.getByRole("textbox", { name: "栏目" }).fill("要闻");
  await founding.getByRole("button", { name: "新设刊物" }).click();
  await expect(founding).toBeHidden();
  await expect(page.locator("select[name=publicationId] option:checked")).toHaveText("粘贴旧刊");
  await page.getByRole("button", { name: "确定" }).click();
  await expect(page.getByRole("button", { name: "归档", exact: true })).toBeEnabled();

  await page.goto("/archive/import");
  const box = page.getByLabel("从 Word 或 WPS 粘贴");
  await expect(box).toHaveValue("");
  await box.fill("还没有识别的一段");
  await page.reload();
  await expect(box).toHaveValue("还没有识别的一段");
});

test("a Word file becomes the text of an item, and what stood there before can be brought back", async ({ signIn }) => {
  const doc = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: "白石县举办茶产业推介会", heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [new TextRun({ text: "一是搭平台。", bold: true }), new TextRun("组织茶企参展。")],
          }),
          new Paragraph("会议达成合作意向12项。"),
        ],
      },
    ],
  });
  const page = await signIn("office2");
  await page.goto("/items/new");
  const text = page.getByRole("textbox", { name: "正文" });
  await text.fill("先写的一句。");
  await page.getByLabel("选择文件", { exact: true }).setInputFiles({
    name: "推介会.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: await Packer.toBuffer(doc),
  });
  await expect(page.getByText("已用“推介会.docx”的内容替换原有文字。")).toBeVisible();
  await expect(text.locator("strong")).toHaveText("一是搭平台。");
  await expect(page.getByLabel("标题第1行")).toHaveValue("白石县举办茶产业推介会");
  await page.getByRole("button", { name: "恢复原有文字" }).click();
  await expect(text).toHaveText("先写的一句。");
  await expect.poll(() => db.item.count({ where: { plain: { contains: "推介会" }, state: "submitted" } })).toBe(0);
});

test("bringing files can be stopped and taken up again, and what was read before is known", async ({
  signIn,
  tolerate,
}) => {
  tolerate(/ERR_FAILED|ERR_ABORTED/);
  const page = await signIn("editor");
  await page.goto("/archive/import");
  let held = true;
  await page.route("**/archive/import/files", async (route) => {
    if (held && route.request().postData()?.includes("续二")) return; // under way until it is stopped
    await route.continue();
  });
  const three = ["续一", "续二", "续三"].map((name, at) => file(`${name}.txt`, pastWeekly(at + 1, { name })));
  await page.getByLabel("选择文件", { exact: true }).setInputFiles(three);
  const line = (name: string) => page.getByRole("listitem").filter({ hasText: `${name}.txt` });
  await expect(line("续一")).toContainText("1期，3条");
  await expect(line("续二")).toContainText("识别中");
  await page.getByRole("button", { name: "停止" }).click();
  await expect(line("续三")).toContainText("已停止");
  held = false;
  await page.getByRole("button", { name: "继续" }).click();
  await expect(page.getByText("共3个文件，已处理3个。")).toBeVisible();
  for (const name of ["续二", "续三"]) await expect(line(name)).toContainText("1期，3条");
  await page.reload();
  await page.getByLabel("选择文件", { exact: true }).setInputFiles(three);
  await expect(line("续三")).toContainText("已导入过，待确认");
});

test("an issue of a long file is named with its year and gone to directly", async ({ signIn }) => {
  const page = await signIn("editor");
  await page.goto("/archive/import");
  const text = Array.from({ length: 14 }, (_, at) =>
    pastWeekly(at + 1, { name: "合订旧刊", day: at < 7 ? "2023年3月4日" : "2024年3月4日" }),
  ).join("\n");
  await page.getByLabel("选择文件", { exact: true }).setInputFiles([file("合订.txt", text)]);
  await expect(page.getByRole("listitem").filter({ hasText: "合订.txt" })).toContainText("14期");
  await page.getByRole("link", { name: "合订.txt" }).click();
  const row = page.getByRole("navigation", { name: "文件中的各期" });
  await expect(row.getByRole("link", { name: "2023年第1期", exact: true })).toHaveAttribute("aria-current", "page");
  await page.getByLabel("全文件共14期").selectOption("2024年第12期");
  await page.getByRole("button", { name: "转到" }).click();
  await expect(row.getByRole("link", { name: "2024年第12期" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByLabel("期号", { exact: true })).toHaveValue("12");
});
