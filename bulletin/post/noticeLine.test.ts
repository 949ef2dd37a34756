import { afterEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/db";
import { onDatabase, through, withClients } from "../testing/database";
import { person } from "../testing/people";
import { openNoticeLine } from "./noticeLine";
import { type Notice, notify } from "./notices";

onDatabase();

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

const tell = (ids: string[], key: string) =>
  inTransaction((tx) => notify(tx, ids, { kind: "delivered", key, href: `/reading/${key}`, values: { number: 1 } }));

/** An open page: what it was told so far, and waiting until it has been told so much. */
async function page(accountId: string) {
  const told: (Notice | null)[] = [];
  let wake = () => {};
  const close = await openNoticeLine(accountId, (notice) => {
    told.push(notice);
    wake();
  });
  closings.push(close);
  const until = async (count: number) => {
    while (told.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return told.map((notice) => notice?.href);
  };
  return { told, until, close };
}

describe("the line of an account", () => {
  it("tells its open pages of its own notices, and no other's", async () => {
    const [one, two, three] = [await person([]), await person([]), await person([])];
    const [first, again, other] = [await page(one.id), await page(one.id), await page(two.id)];
    await tell([one.id, three.id], "a");
    await tell([three.id], "b");
    await tell([two.id, one.id], "c");
    expect(await Promise.all([first.until(2), again.until(2), other.until(1)])).toEqual([
      ["/reading/a", "/reading/c"],
      ["/reading/a", "/reading/c"],
      ["/reading/c"],
    ]);
    expect(first.told[0]).toMatchObject({ accountId: one.id, kind: "delivered", values: { number: 1 }, readAt: null });
  });

  it("tells what another process did", async () => {
    const reader = await person([]);
    const open = await page(reader.id);
    await withClients(1, ([client]) => (client ? through(client, () => tell([reader.id], "a")) : Promise.reject()));
    expect(await open.until(1)).toEqual(["/reading/a"]);
  });

  it("tells nothing of an act that is rolled back", async () => {
    const reader = await person([]);
    const open = await page(reader.id);
    const failing = inTransaction(async (tx) => {
      await notify(tx, [reader.id], { kind: "delivered", key: "a", href: "/reading/a", values: {} });
      throw new Error("something else failed");
    });
    await expect(failing).rejects.toThrow("something else failed");
    await tell([reader.id], "b");
    expect(await open.until(1)).toEqual(["/reading/b"]);
  });

  it("tells a page that is closed no more", async () => {
    const reader = await person([]);
    const [closed, open] = [await page(reader.id), await page(reader.id)];
    closed.close();
    await tell([reader.id], "a");
    await open.until(1);
    expect(closed.told).toEqual([]);
  });

  it("tells the other pages, although one of them has gone away without closing its line", async () => {
    const [gone, reader] = [await person([]), await person([])];
    const broken = await openNoticeLine(gone.id, () => {
      throw new Error("the stream is closed");
    });
    closings.push(broken);
    const open = await page(reader.id);
    await tell([gone.id, reader.id], "a");
    await tell([gone.id, reader.id], "b");
    expect(await open.until(2)).toEqual(["/reading/a", "/reading/b"]);
  });

  it("is opened by the next page where the database was away for the first one, and tells it once", async () => {
    const reader = await person([]);
    const url = process.env.DATABASE_URL;
    await lineDown();
    process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/nothing";
    try {
      await expect(openNoticeLine(reader.id, () => {})).rejects.toThrow("ECONNREFUSED");
    } finally {
      process.env.DATABASE_URL = url;
    }
    const open = await page(reader.id);
    await tell([reader.id], "a");
    await tell([reader.id], "b");
    expect(await open.until(2)).toEqual(["/reading/a", "/reading/b"]);
  });
});

/** As in a process that has just begun. */
async function lineDown(): Promise<void> {
  const kept = globalThis as {
    bianfaLive?: { client?: { end: () => Promise<void> } };
    bianfaNoticeLines?: { ear?: unknown };
  };
  await kept.bianfaLive?.client?.end();
  if (kept.bianfaLive) kept.bianfaLive.client = undefined;
  if (kept.bianfaNoticeLines) kept.bianfaNoticeLines.ear = undefined;
}
