import type { Page } from "@playwright/test";
import sharp from "sharp";
import { hashPassword } from "@/bulletin/people/password";
import { person } from "@/bulletin/testing/people";
import { demonstrationPassword } from "@/seeds/people";
import { db, ownLeader } from "./builders";
import { expect, test } from "./fixtures";

const kept = "这段正文一个字也不能少。";
const wrong = [
  { what: "a headline of ten thousand characters", text: "长".repeat(10_000), sentence: /最多\d+字，现有10000字/ },
  { what: "an emoji", text: "喜报🎉", sentence: /公文不用表情符号/ },
  { what: "a mark that turns the direction", text: "文\u202e件", sentence: /含有颠倒文字方向的隐藏符号/ },
  { what: "a NUL", text: "文\u0000件", sentence: /含有看不见的控制字符/ },
];

for (const { what, text, sentence } of wrong)
  test(`${what} in a headline is refused beside it, and nothing else is lost`, async ({ signIn }) => {
    const page = await begun(await signIn("office2"));
    const headline = page.getByLabel("标题第1行");
    await headline.fill(text);
    await expect(page.getByRole("status").filter({ hasText: "没有保存" })).toBeVisible();
    await expect(headline).toHaveAccessibleDescription(sentence);
    await expect(page.getByRole("textbox", { name: "正文" })).toHaveText(kept);
    await headline.fill("改好的标题");
    await expect(page.getByText(/^已保存/)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("标题第1行")).toHaveValue("改好的标题");
    await expect(page.getByRole("textbox", { name: "正文" })).toHaveText(kept);
  });

test("a day in 1900 is refused beside the date", async ({ signIn }) => {
  const page = await begun(await signIn("office2"));
  await page.getByLabel("日期").fill("1900-01-01");
  await expect(page.getByLabel("日期")).toHaveAccessibleDescription("日期应在近三年内、一年后之前。");
  await expect(page.getByRole("textbox", { name: "正文" })).toHaveText(kept);
});

test("half a date is told beside it, and not sent as none", async ({ signIn }) => {
  const page = await signIn("leader2");
  await page.goto("/deputies");
  await page.getByRole("button", { name: "请人代阅" }).click();
  const dialog = page.getByRole("dialog", { name: "请人代阅" });
  const until = dialog.getByLabel("至", { exact: true });
  await until.focus();
  await until.press("Delete");
  await dialog.getByRole("button", { name: "请人代阅" }).click();
  await expect(until).toHaveAccessibleDescription("日期没有填完整，或没有这一天。");
  await expect(until).toBeFocused();
  // Emptied altogether it is sent, and refused like any other that lacks.
  await until.fill("");
  await dialog.getByRole("button", { name: "请人代阅" }).click();
  await expect(until).toHaveAccessibleDescription("请填写。");
});

test("an object where a text belongs is told so, and is no error of the server", async ({ signIn }) => {
  const page = await signIn("office2");
  await page.goto("/items/new");
  const saving = page.waitForRequest((request) => "next-action" in request.headers());
  await page.getByLabel("标题第1行").fill("将被替换");
  const request = await saving;
  const headers = {
    "next-action": request.headers()["next-action"] ?? "",
    "content-type": "text/plain;charset=UTF-8",
    origin: new URL(page.url()).origin,
  };
  const data = (request.postData() ?? "").replace('["将被替换"]', '{"toString":1}');
  const response = await page.context().request.post("/items/new", { headers, data });
  expect(response.status()).toBe(200);
  expect(await response.text()).toContain("提交的内容不完整");
});

test("a file that is no usable picture is refused with its name, and the text stays", async ({ signIn, tolerate }) => {
  tolerate(/422/);
  const page = await begun(await signIn("office2"));
  const create = { width: 10_000, height: 6_000, channels: 3, background: "#888" } as const;
  const files = [
    { name: "文字.jpg", buffer: Buffer.from("这不是图片"), sentence: "文字.jpg：不是可用的图片。" },
    { name: "空的.jpg", buffer: Buffer.alloc(0), sentence: "空的.jpg：文件是空的。" },
    { name: "巨幅.png", buffer: await sharp({ create }).png().toBuffer(), sentence: "巨幅.png：图片有60百万像素" },
  ];
  for (const { name, buffer, sentence } of files) {
    const mimeType = name.endsWith("png") ? "image/png" : "image/jpeg";
    await page.getByLabel("图片", { exact: true }).setInputFiles({ name, mimeType, buffer });
    await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
  }
  const buffer = Buffer.from("这不是 PDF");
  await page.getByLabel("添加附件").setInputFiles({ name: "证明.pdf", mimeType: "application/pdf", buffer });
  await expect(page.getByRole("alert").filter({ hasText: "“证明.pdf”的内容与扩展名不符" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "正文" })).toHaveText(kept);
});

async function begun(page: Page): Promise<Page> {
  await page.goto("/items/new");
  await page.getByRole("textbox", { name: "正文" }).click();
  await page.keyboard.type(kept);
  await expect(page.getByText(/^已保存/)).toBeVisible();
  return page;
}

test("one person holds so many live lines and no more, and each that is closed makes room", async ({ signIn }) => {
  await person(["contributor"], { account: "manylines", passwordHash: await hashPassword(demonstrationPassword) });
  const page = await signIn("manylines", { fresh: true });
  const { cookies } = await page.context().storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const lines: AbortController[] = [];
  const laid = async () => {
    const line = new AbortController();
    lines.push(line);
    const { status } = await fetch(`${process.env.E2E_WEB}/notices/live`, { headers: { cookie }, signal: line.signal });
    return status;
  };
  try {
    const answers: number[] = [];
    for (let at = 0; at < 61; at++) answers.push(await laid());
    expect(answers).toEqual([...Array.from({ length: 60 }, () => 200), 429]);
    const head = { method: "HEAD", headers: { cookie } };
    expect((await fetch(`${process.env.E2E_WEB}/notices/live`, head)).status).toBe(405);
    lines[0]?.abort();
    await expect.poll(laid).toBe(200);
  } finally {
    for (const line of lines) line.abort();
  }
});

test("more than a form is received from whoever is signed in, and from nobody whose session has ended", async ({
  signIn,
}) => {
  const reader = await ownLeader("largefile", "大件人");
  const { request } = (await signIn(reader.account, { fresh: true })).context();
  const send = async () => {
    const image = { name: "大.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(100 * 1024) };
    const response = await request.post("/images", {
      multipart: { image },
      headers: { "sec-fetch-site": "same-origin" },
    });
    return response.status();
  };
  // A reader has no photographs to send: what was received is refused by whoever reads it.
  expect(await send()).toBe(404);
  await db.session.updateMany({ where: { accountId: reader.id }, data: { endedAt: new Date() } });
  expect(await send()).toBe(413);
});
