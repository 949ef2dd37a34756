import { db, ownWeekly, sent } from "./builders";
import { expect, test } from "./fixtures";

const words = "请补充座谈会上企业家提了哪些具体问题。";

test("a returned item comes back with what was asked for, and both texts can be compared", async ({ signIn }) => {
  const [item] = await sent(await ownWeekly("退改周刊"), "临江县政协走访小微企业");
  const editor = await signIn("editor");
  await editor.goto(`/desk?item=${item?.id}`);
  await editor.getByRole("button", { name: "退回", exact: true }).click();
  const asking = editor.getByRole("dialog", { name: /^退回“临江县政协走访小微企业”/ });
  await asking.getByRole("textbox", { name: /^退回意见/ }).fill(words);
  await asking.getByRole("button", { name: "退回" }).click();
  await expect(asking).toBeHidden();

  const office = await signIn("office2");
  await office.goto("/items?view=returned");
  await office.getByRole("link", { name: "临江县政协走访小微企业" }).click();
  await expect(office.getByRole("alert").filter({ hasText: words })).toContainText("周若兰退回");
  await office.getByRole("textbox", { name: "正文" }).getByText("座谈会上十二人发言。").click();
  await office.keyboard.press("End");
  await office.keyboard.type("反映融资难七条。");
  await expect(office.getByText(/^已保存/)).toBeVisible();
  await office.getByRole("button", { name: "报送", exact: true }).click();
  await expect(office.getByRole("heading", { name: "重报稿与上次报送稿" })).toBeVisible();

  await editor.goto(`/desk?item=${item?.id}`);
  const pane = editor.getByRole("region", { name: "选中的来稿" });
  await expect(pane.getByText("重报", { exact: true }).first()).toBeVisible();
  await expect(pane.getByText(words)).toBeVisible();
  await pane.getByRole("link", { name: "对照两次来稿" }).click();
  await expect(editor.getByRole("heading", { name: "重报稿与上次报送稿" })).toBeVisible();
  await expect(editor.getByRole("insertion").filter({ hasText: "反映融资难七条" })).toBeVisible();
});

test("an item that is not used says why to the office that sent it", async ({ signIn }) => {
  const [item] = await sent(await ownWeekly("谢绝周刊"), "临江县政协召开例行学习会");
  const editor = await signIn("editor");
  await editor.goto(`/desk?item=${item?.id}`);
  await editor.getByRole("button", { name: "不采用", exact: true }).click();
  const asking = editor.getByRole("dialog", { name: /^不采用/ });
  await asking.getByRole("radio", { name: "不够具体" }).check();
  await asking.getByRole("textbox", { name: /补充一句/ }).fill("可写清楚学习之后做了什么。");
  await asking.getByRole("button", { name: "不采用" }).click();
  await expect.poll(async () => (await db.item.findUnique({ where: { id: item?.id } }))?.state).toBe("declined");

  const office = await signIn("office2");
  await office.goto(`/items/${item?.id}`);
  await expect(office.getByText("不采用", { exact: true }).first()).toBeVisible();
  await expect(office.getByText("不够具体")).toBeVisible();
  await expect(office.getByText("可写清楚学习之后做了什么。")).toBeVisible();
  await expect(office.getByText(/联系电话/)).toBeVisible();
});
