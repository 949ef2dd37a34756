import type { APIRequestContext, Page } from "@playwright/test";
import { attach } from "@/bulletin/intake/attachments";
import { saveDraft, startDraft } from "@/bulletin/intake/draft";
import { takeImage } from "@/bulletin/intake/images";
import { hashPassword } from "@/bulletin/people/password";
import { story } from "@/bulletin/testing/items";
import { person } from "@/bulletin/testing/people";
import { photograph } from "@/seeds/city/photographs";
import { demonstrationPassword } from "@/seeds/people";
import { db, ownWeekly, stage } from "./builders";
import { expect, test } from "./fixtures";

const secretariat = ["editor", "reviewer", "signer"];
const everybody = ["office", "office2", "lead", ...secretariat, "leader", "leader2", "sysadmin", "secadmin", "auditor"];

test("everyone sees what is theirs, and for anyone else it does not exist", async ({ signIn, stranger }) => {
  test.setTimeout(120_000);
  const places = await addresses();
  const asked: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const account of everybody) {
    const { request } = (await signIn(account)).context();
    for (const [address, { seenBy }] of places) {
      expected[`${account} ${address}`] = seenBy.includes(account) ? "200" : "404";
      asked[`${account} ${address}`] = await answer(request, address);
    }
  }
  const { request } = (await stranger()).context();
  for (const [address, { isPage }] of places) {
    expected[`nobody ${address}`] = isPage ? "/sign-in" : "404";
    asked[`nobody ${address}`] = await answer(request, address);
  }
  expect(asked).toEqual(expected);
});

test("a request made by hand is refused and stands in the record", async ({ signIn }) => {
  const office = await signIn("office");
  await office.goto("/items/new");
  const saving = office.waitForRequest((request) => request.method() === "POST" && "next-action" in request.headers());
  await office.getByLabel("标题第1行").fill("只有本单位能改的一篇稿");
  const request = await saving;
  await expect(office).toHaveURL(/\/items\/[0-9a-f-]{36}$/);

  const stranger = (await signIn("office2")).context().request;
  const body = (request.postData() ?? "")
    .replace("只有本单位能改", "别的单位也能改")
    .replace('"version":0', '"version":2');
  const action = request.headers()["next-action"] ?? "";
  const origin = new URL(office.url()).origin;
  const headers = { "next-action": action, "content-type": "text/plain;charset=UTF-8", origin };
  const answered = await stranger.post("/items/new", { headers, data: body });
  expect(await answered.text()).toContain("没有找到，或不在你的职责范围内");

  const multipart = {
    itemId: idOf(office),
    attachment: { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") },
  };
  const attached = await stranger.post("/attachments", { multipart, headers: { origin } });
  expect(attached.status()).toBe(404);

  const item = await db.item.findUniqueOrThrow({ where: { id: idOf(office) }, include: { attachments: true } });
  expect(item).toMatchObject({ headline: ["只有本单位能改的一篇稿"], attachments: [] });
  const auditor = await signIn("auditor");
  await auditor.goto("/admin?refused=1");
  await expect(auditor.getByRole("row", { name: /蓝知夏 越权被拒/ })).not.toHaveCount(0);
});

test("disabling an account ends its session at once", async ({ signIn }) => {
  const account = "leaving";
  const passwordHash = await hashPassword(demonstrationPassword);
  await person(["contributor"], { account, name: "将停用", passwordHash });
  const leaving = await signIn(account, { fresh: true });
  await leaving.goto("/items");
  await expect(leaving.getByRole("heading", { name: "稿件" })).toBeVisible();

  const sysadmin = await signIn("sysadmin");
  await sysadmin.goto("/admin?part=accounts");
  await sysadmin
    .getByRole("row", { name: /^leaving/ })
    .getByRole("button", { name: "停用" })
    .click();
  await sysadmin.getByRole("dialog").getByRole("button", { name: "停用" }).click();
  await expect(sysadmin.getByRole("row", { name: /^leaving/ }).getByRole("button", { name: "启用" })).toBeVisible();

  await leaving.getByRole("link", { name: "写综合稿" }).first().click();
  await expect(leaving).toHaveURL("/sign-in");
});

test("three administrators find only their own part, and no content", async ({ signIn }) => {
  const parts = { sysadmin: "账号", secadmin: "角色", auditor: "操作记录" };
  for (const [account, part] of Object.entries(parts)) {
    const page = await signIn(account);
    await page.goto("/");
    await expect(page).toHaveURL("/admin");
    await expect(page.getByRole("table", { name: part })).toBeVisible();
    await expect(page.getByRole("table")).toHaveCount(1);
    await expect(page.getByRole("navigation", { name: "栏目" }).getByRole("link")).toHaveText(["管理"]);
  }
});

type Place = { seenBy: string[]; isPage: boolean };

/** An item of `office` that has reached nobody yet and one that was printed, an issue in work and one sent out. */
async function addresses(): Promise<[string, Place][]> {
  const people = await stage();
  const writer = people.actor("office");
  const weekly = await ownWeekly("权限周刊");
  const draft = await startDraft(writer, "story");
  const { id: image } = await takeImage(writer, await photograph("bridge", 7));
  const blocks = [{ type: "figure", image, caption: "大桥", credit: "" }] as const;
  await saveDraft(writer, { id: draft, version: 1, draft: story(weekly, { blocks: [...blocks] }) });
  const attachment = await attach(writer, draft, { name: "附件.txt", bytes: Buffer.from("只给本单位") });
  const printed = await db.item.findFirstOrThrow({ where: { state: "published", officeId: writer.officeId } });
  const working = await db.issue.findFirstOrThrow({ where: { state: "compiling", entries: { some: {} } } });
  // The flash issues after the lists were shortened, with an item of another office.
  const reach = { some: { account: { account: "leader" } }, none: { account: { account: "leader2" } } };
  const foreign = { none: { item: { officeId: { in: [writer.officeId, people.actor("office2").officeId] } } } };
  const sent = await db.issue.findFirstOrThrow({
    where: { state: "distributed", deliveries: reach, entries: foreign },
  });
  const mine = ["office", "lead"];
  const admins = ["sysadmin", "secadmin", "auditor"];
  const page = (seenBy: string[]): Place => ({ seenBy, isPage: true });
  const data = (seenBy: string[]): Place => ({ seenBy, isPage: false });
  return [
    ["/items", page([...mine, "office2"])],
    ["/items/new", page(["office", "office2"])],
    [`/items/${draft}`, page(mine)],
    [`/items/${printed.id}`, page([...mine, ...secretariat])],
    ["/desk", page(["editor"])],
    ["/issues", page(secretariat)],
    ["/issues/ledger", page(secretariat)],
    ["/issues/publications", page(["editor"])],
    [`/issues/${working.id}`, page(secretariat)],
    [`/issues/${working.id}/lists`, page(["editor"])],
    [`/issues/${sent.id}/receipts`, page(secretariat)],
    ["/reading", page([...mine, "office2", ...secretariat, "leader", "leader2"])],
    [`/reading/${sent.id}`, page([...secretariat, "leader"])],
    [`/reading/${working.id}`, page([])],
    ["/admin", page(admins)],
    [`/images/${image}`, data(mine)],
    [`/attachments/${attachment}`, data(mine)],
    [`/issues/${working.id}/live`, data(secretariat)],
  ];
}

async function answer(request: APIRequestContext, address: string): Promise<string> {
  // A line that stays open has answered as soon as its head is there.
  if (address.endsWith("/live")) return headOf(request, address);
  const response = await request.get(address, { maxRedirects: 0 });
  return response.headers().location ?? String(response.status());
}

async function headOf(request: APIRequestContext, address: string): Promise<string> {
  const { cookies } = await request.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const line = new AbortController();
  const response = await fetch(`${process.env.E2E_WEB}${address}`, { headers: { cookie }, signal: line.signal });
  line.abort();
  return String(response.status);
}

function idOf(page: Page): string {
  return page.url().split("/").at(-1) ?? "";
}
