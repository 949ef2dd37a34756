import { randomUUID } from "node:crypto";
import { notify } from "@/bulletin/post/notices";
import { inTransaction } from "@/lib/db";
import { unattended } from "@/lib/unattended";
import { db } from "./builders";
import { expect, test } from "./fixtures";

test("a page that nobody is at says so when it is read again for what others did, until somebody touches it", async ({
  signIn,
}) => {
  const page = await signIn("reviewer", { fresh: true });
  await page.clock.install();
  await page.goto("/notices");
  await expect(page.locator("html")).toHaveAttribute("data-live", /\/notices\/live/);
  const said: boolean[] = [];
  page.on("request", async (request) => {
    if (request.method() !== "GET" || !("rsc" in request.headers())) return;
    said.push(((await request.allHeaders()).cookie ?? "").includes(`${unattended}=`));
  });
  const { id } = await db.account.findUniqueOrThrow({ where: { account: "reviewer" } });
  const told = async () => {
    const before = said.length;
    const told = { kind: "saved", key: randomUUID(), href: "/search", values: { name: "无人看的", count: 1 } } as const;
    await inTransaction((tx) => notify(tx, [id], told));
    // The page waits up to two seconds of its own clock, so that not all browsers ask in the same moment.
    await expect
      .poll(async () => {
        await page.clock.runFor(2_000);
        return said.length;
      })
      .toBeGreaterThan(before);
    return said.at(-1);
  };
  expect(await told()).toBe(false);
  await page.clock.fastForward(61_000);
  expect(await told()).toBe(true);
  await page.keyboard.press("Shift");
  expect(await told()).toBe(false);
});
