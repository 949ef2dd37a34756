import { distribute } from "@/bulletin/post/distribute";
import { seenIssue } from "@/bulletin/testing/issues";
import { paragraphs, submitted } from "@/bulletin/testing/items";
import { db, issueWith, ownWeekly, sign, stage } from "./builders";
import { expect, test } from "./fixtures";

test("two offices' items become one entry, are taken apart again, and each office sees what was printed", async ({
  signIn,
}) => {
  const of = await ownWeekly("合编周刊");
  const people = await stage();
  const { id, entries } = await issueWith(of, { headline: ["第一处读书角揭牌"], blocks: paragraphs("第一处揭牌。") });
  const given = { headline: ["又一处读书角揭牌"], blocks: paragraphs("又一处揭牌。"), lead: people.actor("lead") };
  const item = await submitted(people.actor("office"), of, given);
  const editor = await signIn("editor");
  const row = editor.getByRole("row", { name: "第一处读书角揭牌" });

  await test.step("by its key, into the entry that is there", async () => {
    await editor.goto(`/desk?item=${item.id}`);
    await expect(editor.getByRole("button", { name: "合编", exact: true })).toBeVisible();
    await editor.keyboard.press("m");
    const dialog = editor.getByRole("dialog", { name: "把“又一处读书角揭牌”合编到一个条目" });
    await expect(dialog.getByText("先采用其中一篇")).toBeVisible();
    await dialog.getByLabel("条目").selectOption(entries[0] ?? "");
    await dialog.getByRole("button", { name: "合编", exact: true }).click();
    await expect(dialog).toBeHidden();
    await editor.goto(`/desk?view=merged&item=${item.id}`);
    await expect(editor.getByText("已合编至")).toBeVisible();
  });
  await test.step("both stand in it, and the board says of how many offices it is", async () => {
    await editor.getByRole("region", { name: "选中的来稿" }).getByRole("link", { name: "合编周刊" }).click();
    await expect(editor.getByRole("textbox", { name: "正文" })).toContainText("第一处揭牌。又一处揭牌。");
    await editor.goto(`/issues/${id}`);
    await expect(row).toContainText("2家合编");
  });
  await test.step("taken out, it waits at the desk again with its words", async () => {
    await row.getByRole("button", { name: /的操作/ }).click();
    await editor.getByRole("menuitem", { name: /^拆出/ }).last().click();
    await expect(row).not.toContainText("合编");
    const entry = await db.entry.findUniqueOrThrow({ where: { id: entries[0] } });
    expect(entry.blocks).toEqual(paragraphs("第一处揭牌。"));
    await editor.goto(`/desk?item=${item.id}`);
    await confirmInto(entries[0] ?? "");
  });
  await test.step("printed, each office sees where, and what was made of its own", async () => {
    await sign(id);
    await distribute(people.actor("editor"), await seenIssue(id));
    const office = await signIn("office");
    await office.goto(`/items/${item.id}?view=fate`);
    await expect(office.getByText("合编刊于")).toBeVisible();
    await expect(office.getByRole("insertion").filter({ hasText: "第一处揭牌。" })).toBeVisible();
    await office
      .getByRole("link", { name: /合编周刊/ })
      .first()
      .click();
    await expect(office).toHaveURL(new RegExp(`/reading/${id}`));
    await expect(office.getByText("又一处揭牌。").first()).toBeVisible();
  });

  async function confirmInto(entryId: string): Promise<void> {
    await editor.getByRole("button", { name: "合编", exact: true }).click();
    await editor.getByRole("dialog").getByLabel("条目").selectOption(entryId);
    await editor.getByRole("dialog").getByRole("button", { name: "合编", exact: true }).click();
    await expect(editor.getByRole("dialog")).toBeHidden();
  }
});
