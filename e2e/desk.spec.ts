import { flag } from "@/bulletin/desk/select";
import { ownWeekly, sent, stage } from "./builders";
import { expect, test } from "./fixtures";

test("an item that needs a check says so above 采用 until it was checked", async ({ signIn }) => {
  const of = await ownWeekly("核实周刊");
  const [item] = await sent(of, "说法要核实的一篇");
  if (!item) throw new Error("nothing was sent");
  await flag((await stage()).actor("editor"), { id: item.id, flag: "needsCheck", on: true });
  const editor = await signIn("editor");
  await editor.goto(`/desk?item=${item.id}`);
  const caution = editor.getByText("这篇标为需核实。采用前请先核实");
  await expect(caution).toBeInViewport();
  await editor.getByRole("button", { name: "已核实，取消标记" }).click();
  await expect(caution).toBeHidden();
  await expect(editor.getByRole("button", { name: "标记需核实" })).toHaveAttribute("aria-pressed", "false");
});

test("after an act the next item comes up, and after the last the list as it stands", async ({ signIn }) => {
  const of = await ownWeekly("末尾周刊");
  await sent(of, "末尾的甲事", "末尾的乙事");
  const editor = await signIn("editor");
  await editor.goto("/desk?text=末尾的");
  const pane = editor.getByRole("region", { name: "选中的来稿" });
  for (const title of ["末尾的甲事", "末尾的乙事"]) {
    await expect(pane.getByRole("heading", { name: title })).toBeVisible();
    await pane.getByRole("button", { name: /^退回/ }).click();
    const dialog = editor.getByRole("dialog", { name: /^退回/ });
    await dialog.getByRole("textbox").fill("请补充数字。");
    await dialog.getByRole("button", { name: "退回" }).click();
    await expect(dialog).toBeHidden();
  }
  await expect(editor.getByText("待处理的来稿没有了")).toBeVisible();
  await expect(pane).toHaveCount(0);
});
