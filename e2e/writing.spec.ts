import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { drafted } from "@/bulletin/testing/items";
import { today } from "@/lib/dates";
import { ownWeekly, stage } from "./builders";
import { alive, expect, test } from "./fixtures";

/** Pastes or drops files and texts as a browser would hand them over. */
async function hand(sheet: Locator, event: "paste" | "drop", { pictures = 0, html = "", plain = "" }) {
  const png = await sharp({ create: { width: 320, height: 200, channels: 3, background: "#8a9a6a" } })
    .png()
    .toBuffer();
  await sheet.evaluate(
    (element, { name, base64, count, texts }) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      for (let at = 1; at <= count; at++) data.items.add(new File([bytes], `${at}.png`, { type: "image/png" }));
      for (const [type, text] of Object.entries(texts)) if (text) data.setData(type, text);
      const { x, y } = element.querySelector("p")?.getBoundingClientRect() ?? element.getBoundingClientRect();
      const common = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        name === "paste"
          ? new ClipboardEvent("paste", { ...common, clipboardData: data })
          : new DragEvent("drop", { ...common, dataTransfer: data, clientX: x + 60, clientY: y + 12 }),
      );
    },
    { name: event, base64: png.toString("base64"), count: pictures, texts: { "text/html": html, "text/plain": plain } },
  );
}

test("pictures come by paste and drop, stand between paragraphs, and are not replaced by what is pasted next", async ({
  signIn,
}) => {
  const page = await signIn("office2");
  await page.goto("/items/new");
  const sheet = page.getByRole("textbox", { name: "正文" });
  const pictures = sheet.getByRole("img");
  await sheet.click();
  await page.keyboard.type("渡口新装了三十二块照明板。");
  await hand(sheet, "paste", { pictures: 1 });
  await expect(pictures).toHaveCount(1);
  await hand(sheet, "drop", { pictures: 2 });
  await expect(pictures).toHaveCount(3);
  await hand(sheet, "paste", { html: "<p><b>夜间</b>可见。</p><script>alert(1)</script>", plain: "夜间可见。" });
  await expect(sheet).toContainText("夜间可见。");
  await expect(pictures).toHaveCount(3);
  await expect(sheet.getByText("渡口新装了三十二块照明板。")).toBeVisible();
  await expect(page.getByText("已保存")).toBeVisible();
});

test("a brief writes itself from its form, in rank order, until it is edited by hand", async ({ signIn }) => {
  const page = await signIn("office2");
  await page.goto("/items/new?kind=brief");
  await page.getByLabel("日期").fill(today());
  await page.getByLabel("地点").fill("望江镇渡口");
  await page.getByRole("button", { name: "加领导" }).first().click();
  const roster = page.getByRole("dialog", { name: "参加领导" });
  for (const name of [/罗启明/, /沈砚秋/]) await roster.getByLabel(name).check();
  await roster.getByRole("button", { name: "确定" }).click();
  await page.getByLabel("事项").fill("调研便民设施");
  const sheet = page.getByRole("textbox", { name: "正文" });
  await expect(sheet).toHaveText(
    `${Number(today().slice(5, 7))}月${Number(today().slice(8))}日，市政协副主席沈砚秋、罗启明到望江镇渡口调研便民设施。`,
  );
  await sheet.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("群众拍手叫好。");
  await page.getByLabel("事项").fill("视察便民设施");
  await expect(sheet).toContainText("调研便民设施。群众拍手叫好。");
  await expect(page.getByText("正文已手工改过")).toBeVisible();
});

/** Holds the scripts of a page back until the returned function is called. */
async function withoutScriptsYet(page: Page): Promise<() => void> {
  let come = () => {};
  const scripts = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await scripts;
    await route.continue();
  });
  return come;
}

test("what is typed before the scripts have come is kept, and saved with what follows", async ({ signIn }) => {
  const page = await signIn("office2");
  const come = await withoutScriptsYet(page);
  await page.goto("/items/new?kind=brief", { waitUntil: "commit" });
  await page.getByLabel("日期").fill(today());
  await page.getByLabel("地点").fill("柏溪镇粮站");
  await page.getByLabel("事项").fill("查看秋粮");
  await page.getByLabel("给编辑留言").fill("照片随后补。");
  come();
  await alive(page);
  await expect(page.getByRole("textbox", { name: "正文" })).toContainText("查看秋粮");
  await expect(page.getByText("已保存")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("日期")).toHaveValue(today());
  await expect(page.getByLabel("地点")).toHaveValue("柏溪镇粮站");
  await expect(page.getByLabel("给编辑留言")).toHaveValue("照片随后补。");
});

test("what is changed before the scripts have come is kept: a text that was there, and the first of a choice", async ({
  signIn,
}) => {
  const weekly = await ownWeekly("早改周刊");
  const { id } = await drafted((await stage()).actor("office2"), weekly, { note: "原来的留言。", place: "旧地点" });
  const page = await signIn("office2");
  const come = await withoutScriptsYet(page);
  await page.goto(`/items/${id}`, { waitUntil: "commit" });
  const [note, target, place] = [page.getByLabel("给编辑留言"), page.locator("#target"), page.getByLabel("地点")];
  await expect(note).toHaveValue("原来的留言。");
  await note.fill("改过的留言。");
  await target.selectOption({ index: 0 });
  await place.fill("");
  come();
  await alive(page);
  await page.getByLabel("标题第1行").fill("后来写的标题");
  await expect(page.getByText("已保存")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("标题第1行")).toHaveValue("后来写的标题");
  await expect(note).toHaveValue("改过的留言。");
  await expect(target).toHaveValue("");
  await expect(place).toHaveValue("");
});
