import { describe, expect, it } from "vitest";
import { now, travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { onDatabase } from "../testing/database";
import { person } from "../testing/people";
import { deviceOf } from "./device";
import { endMySession, endOtherSessions, mySessions } from "./sessions";

onDatabase();

const windows =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** Somebody signed in at three places, of which one has been idle for too long, and somebody else. */
async function somebody() {
  const [actor, other] = [await person(["editor"]), await person(["editor"])];
  const row = { accountId: actor.id, createdAt: now() };
  const idle = new Date(now().getTime() - 31 * 60_000);
  const rows = await db.session.createManyAndReturn({
    data: [
      { ...row, device: "edge windows", address: "192.0.2.4" },
      { ...row, lastSeenAt: now() },
      { ...row, createdAt: idle },
      { accountId: other.id, createdAt: now() },
    ],
  });
  const [here = "", there = "", , foreign = ""] = rows.map(({ id }) => id);
  const open = async () => (await mySessions(actor, here)).map(({ id }) => id);
  return { actor, other, here, there, foreign, open };
}

describe("whoever looks where they are signed in", () => {
  it("sees their own sessions that stand, this one first and in plain words", async () => {
    const { actor, here, there } = await somebody();
    expect(await mySessions(actor, here)).toMatchObject([
      { id: here, isHere: true, browser: "edge", system: "windows", address: "192.0.2.4" },
      { id: there, isHere: false, browser: "other", system: "other" },
    ]);
  });

  it("ends one of them, once, and never another's", async () => {
    const { actor, here, there, foreign, open } = await somebody();
    await endMySession(actor, there);
    expect(await open()).toEqual([here]);
    for (const id of [there, foreign]) await expect(endMySession(actor, id)).rejects.toMatchObject({ key: "missing" });
    expect((await db.session.findUniqueOrThrow({ where: { id: foreign } })).endedAt).toBeNull();
  });

  it("ends all others at once, and not this one", async () => {
    const { actor, here, foreign, open } = await somebody();
    await endOtherSessions(actor, here);
    expect(await open()).toEqual([here]);
    expect((await db.session.findUniqueOrThrow({ where: { id: foreign } })).endedAt).toBeNull();
    expect(await endOtherSessions(actor, here)).toBe(0);
    expect(await db.event.count({ where: { act: "endOtherSessions" } })).toBe(1);
  });

  it("no longer sees what the clock has ended", async () => {
    const { open } = await somebody();
    travel(new Date(Date.now() + 31 * 60_000));
    expect(await open()).toEqual([]);
  });
});

describe("a device", () => {
  it.each([
    [windows, "chrome windows"],
    [`${windows} Edg/142.0.0.0`, "edge windows"],
    [windows.replace("Windows NT 10.0; Win64; x64", "X11; Linux x86_64; UOS"), "chrome uos"],
    [`${windows.replace("Windows NT 10.0; Win64; x64", "Linux; Android 14; wv")} MicroMessenger/8.0`, "wechat android"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "safari iphone"],
    ["curl/8.5.0", "other other"],
    ["", "other other"],
  ])("that says %s is %s", (agent, device) => {
    expect(deviceOf(agent)).toBe(device);
  });
});
