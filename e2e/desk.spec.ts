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
