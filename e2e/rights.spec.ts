import type { APIRequestContext, Page } from "@playwright/test";
import { hashPassword } from "@/bulletin/people/password";
import { person } from "@/bulletin/testing/people";
import { demonstrationPassword } from "@/seeds/people";
import { addresses, everybody } from "./addresses";
import { db } from "./builders";
import { expect, test } from "./fixtures";
import { answering, open, routes } from "./routes";

let made: ReturnType<typeof addresses> | undefined;

/** What there is to see and to send to, made once. */
function world(): ReturnType<typeof addresses> {
  made ??= addresses();
  return made;
}

async function places() {
  return (await world()).places;
}

test("everyone sees what is theirs, and for anyone else it does not exist", async ({ signIn, stranger }) => {
  const asked: Record<string, string> = {};
  const expected: Record<string, string> = {};
  const walk = async (account: string, request: APIRequestContext) => {
    for (const [address, { seenBy, isPage }] of await places()) {
      const toNobody = isPage ? "/sign-in" : "404";
      const toSomebody = seenBy.includes(account) ? "200" : "404";
      expected[`${account} ${address}`] = account === "nobody" ? toNobody : toSomebody;
      asked[`${account} ${address}`] = await answer(request, address);
    }
  };
  for (const account of everybody) await walk(account, (await signIn(account)).context().request);
  await walk("nobody", (await stranger()).context().request);
  expect(asked).toEqual(expected);
});

test("every page and every handler stands in a table of its own, what reads and what takes", async () => {
  const all = routes();
  const { places, takes } = await world();
  const walked = new Set(places.map(([address]) => answering(all, address.split("?")[0] ?? "")?.address));
  const sent = new Set(takes.map(({ route }) => route));
  const unknown = all.filter(({ address, isRead, takes: isTaking }) => {
    if (open.includes(address)) return false;
    return (isRead && !walked.has(address)) || (isTaking && !sent.has(address));
  });
  expect(unknown.map(({ address }) => address)).toEqual([]);
  for (const { route, to } of takes) expect(answering(all, to)?.address).toBe(route);
});

test("a page's data is given to those who see the page, however Next's router asks for it", async ({
  signIn,
  stranger,
}) => {
  const pages = (await places()).filter(([, { isPage }]) => isPage);
  const wrong: string[] = [];
  const walk = async (account: string, request: APIRequestContext) => {
    for (const [address, { seenBy, isDocument }] of pages)
      for (const [kind, headers] of Object.entries(dataRequests)) {
        const answered = await (isDocument ? dataOfDocument : dataOf)(request, address, headers);
        const ofPage = account === "nobody" ? "/sign-in" : seenBy.includes(account) ? "200" : "404";
        const expected = isDocument ? "nothing" : ofPage;
        if (answered !== expected) wrong.push(`${account} ${kind} ${address}: ${answered}`);
      }
  };
  for (const account of everybody) await walk(account, (await signIn(account)).context().request);
  await walk("nobody", (await stranger()).context().request);
  expect(wrong).toEqual([]);
});

test("an address that ends in .rsc, as Next's router may ask for data, gives nothing to anybody", async ({
  signIn,
  stranger,
}) => {
  const pages = (await places()).filter(([, { isPage }]) => isPage);
  const given: string[] = [];
  const walk = async (account: string, request: APIRequestContext) => {
    for (const [address, { isDocument }] of pages)
      for (const headers of [{}, ...Object.values(dataRequests)]) {
        const [at, asked] = address.split("?");
        const data = `${at}.rsc${asked ? `?${asked}` : ""}`;
        const answered = await dataOf(request, data, headers);
        if (answered === "404" || (account === "nobody" && answered === "/sign-in")) continue;
        // A document leads a visitor there itself.
        if (account === "nobody" && isDocument && (await answer(request, data)) === "/sign-in") continue;
        if (!isDocument || (await dataOfDocument(request, data, headers)) !== "nothing")
          given.push(`${account} ${Object.keys(headers)} ${address}: ${answered}`);
      }
  };
  for (const account of everybody) await walk(account, (await signIn(account)).context().request);
  await walk("nobody", (await stranger()).context().request);
  expect(given).toEqual([]);
});

test("of the way to a page that is in sight everybody is told the same: its address and nothing of what is there", async ({
  signIn,
  stranger,
}) => {
  const pages = (await places()).filter(([, { isPage, isDocument }]) => isPage && !isDocument);
  const told = new Map<string, Set<string>>();
  const walk = async (request: APIRequestContext) => {
    for (const [address] of pages)
      for (const headers of wayRequests) {
        const response = await askedOfRouter(request, address, headers);
        const key = `${address} ${Object.values(headers)}`;
        told.set(key, (told.get(key) ?? new Set()).add(`${response.status()} ${await response.text()}`));
      }
  };
  for (const account of everybody) await walk((await signIn(account)).context().request);
  await walk((await stranger()).context().request);
  const differing = [...told].filter(([, texts]) => texts.size > 1).map(([key]) => key);
  expect(differing).toEqual([]);
  const speaking = [...told]
    .filter(([, [text = ""]]) => !/^200 ./.test(text) || /\p{Script=Han}/u.test(text))
    .map(([key]) => key);
  expect(speaking).toEqual([]);
});

test("what takes a file, a question or a form takes it from those whose it is, and from nobody else", async ({
  signIn,
  stranger,
}) => {
  const { takes } = await world();
  const answered: Record<string, number> = {};
  const expected: Record<string, number> = {};
  const { origin } = new URL(process.env.E2E_WEB ?? "");
  const walk = async (account: string, request: APIRequestContext) => {
    for (const { route, to, what, told, others, nobody, made } of takes) {
      const before = await made?.();
      const name = `${account} ${route} ${to}`;
      expected[name] = account === "nobody" ? nobody : (told[account] ?? others);
      const response = await request.post(to, { ...what, headers: { origin }, maxRedirects: 0 });
      answered[name] = response.status();
      // What is told line by line is made when the last has come.
      await response.body();
      if (before === undefined) continue;
      expected[`${name}, made`] = response.status() === 200 ? 1 : 0;
      answered[`${name}, made`] = ((await made?.()) ?? 0) - before;
    }
  };
  for (const account of everybody) await walk(account, (await signIn(account)).context().request);
  await walk("nobody", (await stranger()).context().request);
  expect(answered).toEqual(expected);
});

test("what takes something takes nothing that comes from elsewhere, from whose it is neither", async ({ signIn }) => {
  const { takes } = await world();
  const answered: string[] = [];
  for (const account of everybody) {
    const { request } = (await signIn(account)).context();
    for (const { to, what, made } of takes)
      for (const headers of [{ origin: "http://elsewhere.example" }, { "sec-fetch-site": "cross-site" }, {}]) {
        const before = await made?.();
        const response = await request.post(to, {
          ...what,
          headers: headers as Record<string, string>,
          maxRedirects: 0,
        });
        if (response.status() !== 403 || (await made?.()) !== before)
          answered.push(`${account} ${to} ${Object.values(headers)}: ${response.status()}`);
      }
  }
  expect(answered).toEqual([]);
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
  // By the name: what others are refused meanwhile stands above it.
  await auditor.goto(`/admin?refused=1&who=${encodeURIComponent("蓝知夏")}`);
  await expect(auditor.getByRole("row", { name: /蓝知夏 越权被拒/ })).not.toHaveCount(0);
});

test("disabling an account ends its session at once", async ({ signIn, tolerate }) => {
  // The open page's line of notices ends with the session, and is not to be had again.
  tolerate(/\/notices\/live/);
  const account = "leaving";
  const passwordHash = await hashPassword(demonstrationPassword);
  await person(["contributor"], { account, name: "将停用", passwordHash });
  const leaving = await signIn(account, { fresh: true });
  await leaving.goto("/items");
  await expect(leaving.getByRole("heading", { name: "稿件" })).toBeVisible();

  const sysadmin = await signIn("sysadmin");
  await sysadmin.goto(`/admin?part=accounts&text=${account}`);
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
  const parts = { sysadmin: ["账号"], secadmin: ["角色", "代阅"], auditor: ["操作记录"] };
  for (const [account, tables] of Object.entries(parts)) {
    const page = await signIn(account);
    await page.goto("/");
    await expect(page).toHaveURL("/admin");
    for (const name of tables) await expect(page.getByRole("table", { name })).toBeVisible();
    // The anchors of the record's chain stand there once a day is over.
    const anchors = page.getByRole("table", { name: "每日存证" });
    await expect(page.getByRole("table")).toHaveCount(tables.length + (await anchors.count()));
    await expect(page.getByRole("navigation", { name: "栏目" }).getByRole("link")).toHaveText(["管理"]);
  }
});

/** As Next's router asks for a page that is opened. */
const dataRequests: Record<string, Record<string, string>> = { data: { rsc: "1" } };
/** As it asks for the way to a page that is in sight: the names of the folders, and a piece of what stands in them. */
const wayRequests: Record<string, string>[] = [
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/__PAGE__" },
];
/** The status; of nobody, who is led to the sign-in page within it, what Next says there. */
async function dataOf(request: APIRequestContext, address: string, headers: Record<string, string>): Promise<string> {
  const response = await askedOfRouter(request, address, headers);
  const text = await response.text();
  return /NEXT_REDIRECT;[a-z]+;\/sign-in/.test(text) ? "/sign-in" : String(response.status());
}

/** Next wants a digest of these headers in the address, and says which. */
async function askedOfRouter(request: APIRequestContext, address: string, headers: Record<string, string>) {
  const first = await request.get(address, { headers, maxRedirects: 0 });
  const { location } = first.headers();
  return location ? request.get(location, { headers, maxRedirects: 0 }) : first;
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

/** A document has no data: its answer is empty, and the router then opens the address. */
async function dataOfDocument(request: APIRequestContext, address: string, headers: Record<string, string>) {
  return (await (await request.get(address, { headers })).text()) || "nothing";
}
