import type { Page } from "@playwright/test";
import { issueOut, issueWith, ownLeader, ownWeekly, sent } from "./builders";
import { distantServer, expect, test } from "./fixtures";

// What a page costs as a whole, with its session, its bar and its frame: bulletin/queries.test.ts counts its functions.
test("a request asks the database a few times, however much it shows", async ({ signIn }) => {
  const server = await distantServer();
  const weekly = await ownWeekly("计数周报", await ownLeader("countleader", "计长青"));
  const titles = (count: number) => Array.from({ length: count }, (_, at) => `计数第${at}条`);
  const [short, long] = [await issueWith(weekly, ...titles(2)), await issueWith(weekly, ...titles(12))];
  const out = await issueOut(weekly, ...titles(12));
  const [waiting] = await sent(weekly, ...titles(12));
  const [editor, leader] = [await signIn("editor"), await signIn("countleader", { fresh: true })];

  /** The least of three: once a minute a request also notes that its person is there, and the first reads what is kept. */
  const least = async (page: Page, path: string) => {
    const counts: number[] = [];
    for (let at = 0; at < 3; at++) {
      const before = await server.asked();
      const response = await page.request.get(server.url + path);
      expect([path, response.status()]).toEqual([path, 200]);
      counts.push((await server.asked()) - before);
    }
    return Math.min(...counts);
  };
  const ofShort = await least(editor, `/issues/${short.id}`);
  const ofLong = await least(editor, `/issues/${long.id}`);
  expect(ofLong).toBe(ofShort);
  expect(ofLong).toBeLessThanOrEqual(17);
  expect(await least(editor, `/desk?publication=${weekly.id}&item=${waiting?.id}`)).toBeLessThanOrEqual(28);
  expect(await least(leader, `/reading/${out.id}`)).toBeLessThanOrEqual(5);
  expect(await least(leader, "/reading")).toBeLessThanOrEqual(6);
  expect(ofShort, "the way counts").toBeGreaterThan(3);
});
