import { db } from "./builders";
import { expect, test } from "./fixtures";

test("whoever chooses English finds every word of the interface in English", async ({ signIn }) => {
  const page = await signIn("editor", { fresh: true });
  await page.goto("/desk");
  await page.locator("header summary").click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  for (const address of [
    "/desk",
    "/issues",
    "/issues/ledger",
    "/issues/publications",
    "/reading",
    "/notices",
    "/instructions",
    "/stats?view=sections",
    "/stats?view=silent&period=week",
    "/stats?view=editing",
  ]) {
    await page.goto(address);
    const said = page.getByRole("heading", { level: 1 }).or(page.locator("nav a, th")).or(page.locator("main button"));
    const texts = await said.allInnerTexts();
    // Publications keep their Chinese names, also those that other stories found meanwhile.
    const names = (await db.publication.findMany({ select: { name: true } })).map(({ name }) => name);
    const words = texts.filter((text) => !names.some((name) => text.includes(name)));
    expect(words.length).toBeGreaterThan(2);
    expect(
      words.filter((text) => /\p{Script=Han}/u.test(text)),
      address,
    ).toEqual([]);
  }
  await page.locator("header summary").click();
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});
