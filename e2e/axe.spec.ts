import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { ItemState } from "@/generated/prisma/enums";
import { db } from "./builders";
import { expect, test } from "./fixtures";

test.describe.configure({ mode: "parallel" });

const item = async (state: ItemState, view = "") =>
  `/items/${(await db.item.findFirstOrThrow({ where: { state, kind: "story", office: { accounts: { some: { account: "office" } } } } })).id}${view}`;
const issue = async (state: "compiling" | "approved" | "inReview" | "distributed", more = "") =>
  `/issues/${(await db.issue.findFirstOrThrow({ where: { state, publication: { name: { in: ["工作周报", "信息快报"] } } } })).id}${more}`;
const entry = async () => {
  const { id, issueId } = await db.entry.findFirstOrThrow({ where: { issue: { state: "compiling", publication: { name: "工作周报" } } } });
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
    () => issue("compiling", "/imprint"),
    () => issue("distributed"),
    () => issue("distributed", "/receipts"),
    entry,
  ],
  reviewer: [() => issue("inReview")],
  signer: [() => issue("approved")],
  leader: ["/reading", read],
  sysadmin: ["/admin?part=accounts", "/admin?part=offices", "/admin?part=roster"],
  secadmin: ["/admin"],
  auditor: ["/admin", "/admin?who=nobody", "/no-such-page"],
};

for (const width of [1440, 390])
  for (const [account, addresses] of Object.entries(pages))
    test(`the pages of ${account} can be used by everyone at ${width} px`, async ({ signIn, tolerate }) => {
      tolerate(/404/);
      const page = await signIn(account, { width });
      for (const address of addresses) {
        await page.goto(typeof address === "string" ? address : await address());
        await expect(page.getByRole("main")).toBeVisible();
        await look(page, width);
      }
    });

test("signing in can be used by everyone", async ({ stranger }) => {
  const page = await stranger();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/sign-in");
    await look(page, width);
  }
});

test("the dialogs can be used by everyone", async ({ signIn }) => {
  const office = await signIn("office", { width: 390 });
  await office.goto("/items/new");
  await office.getByRole("button", { name: "加领导" }).click();
  await look(office, 390);
  const signer = await signIn("signer", { width: 390 });
  await signer.goto(await issue("approved"));
  await signer.getByRole("button", { name: "签发", exact: true }).click();
  await look(signer, 390);
  const editor = await signIn("editor");
  await editor.goto("/desk");
  await editor.getByRole("button", { name: "不采用", exact: true }).click();
  await look(editor, 1440);
});

async function look(page: Page, width: number): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = grave.flatMap(({ id, nodes }) => nodes.slice(0, 4).map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
  expect.soft(told, `axe at ${page.url()}`).toEqual([]);
  if (width > 390) return;
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(wide, `${page.url()} scrolls sideways by this many pixels`).toBeLessThanOrEqual(0);
}
