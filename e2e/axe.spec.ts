import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { IssueState, ItemState } from "@/generated/prisma/enums";
import { db } from "./builders";
import { expect, test } from "./fixtures";

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

test.describe.configure({ mode: "parallel" });

const item = async (state: ItemState) => {
  const office = { accounts: { some: { account: "office" } } };
  return `/items/${(await db.item.findFirstOrThrow({ where: { state, office } })).id}`;
};
const publication = { name: { in: ["工作周报", "信息快报"] } };
const issue = async (state: IssueState, more = "") =>
  `/issues/${(await db.issue.findFirstOrThrow({ where: { state, publication, entries: { some: {} } } })).id}${more}`;
const entry = async () => {
  const { id, issueId } = await db.entry.findFirstOrThrow({ where: { issue: { state: "compiling", publication } } });
  return `/issues/${issueId}/entries/${id}`;
};
const read = async () => (await issue("distributed")).replace("issues", "reading");

/** Every page in the states in which it is mostly seen, by somebody whose work it is. */
const pages: Record<string, (string | (() => Promise<string>))[]> = {
  office: [
    "/items",
    "/items?view=declined",
    "/items/new",
    "/items/new?kind=brief",
    () => item("draft"),
    () => item("returned"),
    () => item("published"),
    () => item("submitted"),
    "/reading",
  ],
  lead: ["/items?view=awaiting", () => item("awaitingOfficeSignOff")],
  editor: [
    "/desk",
    "/desk?view=declined",
    "/issues",
    "/issues/ledger",
    "/issues/publications",
    () => issue("compiling"),
    () => issue("compiling", "/lists"),
    () => issue("compiling", "/rehearsal"),
    () => issue("compiling", "/imprint"),
    () => issue("distributed"),
    () => issue("distributed", "/receipts"),
    entry,
  ],
  reviewer: [() => issue("inReview")],
  signer: [() => issue("approved")],
  leader: ["/reading", read],
  sysadmin: ["/admin?part=accounts", "/admin?part=offices", "/admin?part=roster", "/admin?part=faces"],
  secadmin: ["/admin"],
  auditor: ["/admin", "/admin?who=nobody", "/no-such-page"],
};

for (const [account, addresses] of Object.entries(pages))
  test(`the pages of ${account} can be used by everyone, wide and narrow`, async ({ signIn, tolerate }) => {
    test.setTimeout(120_000);
    tolerate(/404/);
    const page = await signIn(account);
    for (const address of addresses) {
      await page.setViewportSize(wide);
      await page.goto(typeof address === "string" ? address : await address());
      await expect(page.getByRole("main")).toBeVisible();
      await look(page);
      await page.setViewportSize(narrow);
      await look(page);
    }
  });

test("signing in can be used by everyone, wide and narrow", async ({ stranger }) => {
  const page = await stranger();
  await page.goto("/sign-in");
  await look(page);
  await page.setViewportSize(narrow);
  await look(page);
});

test("the dialogs can be used by everyone", async ({ signIn }) => {
  const office = await signIn("office", { width: narrow.width });
  await office.goto("/items/new");
  await office.getByRole("button", { name: "加领导" }).click();
  await look(office);
  const signer = await signIn("signer", { width: narrow.width });
  await signer.goto(await issue("approved"));
  await signer.getByRole("button", { name: "签发", exact: true }).click();
  await look(signer);
  const editor = await signIn("editor");
  await editor.goto("/desk");
  await editor.getByRole("button", { name: "不采用", exact: true }).click();
  await look(editor);
});

/** No serious finding of axe; and on a telephone the page goes up and down, never sideways. */
async function look(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const axe = new AxeBuilder({ page })
    // Outlines of glyphs by the thousand, hidden from readers by ear: looking through them takes a minute.
    .exclude("[data-page] svg")
    .exclude("#page-glyphs")
    .setLegacyMode()
    .options({ resultTypes: ["violations"] });
  const grave = (await axe.analyze()).violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = grave.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html}`));
  expect.soft(told, `axe at ${width} px, ${page.url()}`).toEqual([]);
  if (width > narrow.width) return;
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(over, `${page.url()} scrolls sideways by so many pixels`).toBeLessThanOrEqual(0);
}
