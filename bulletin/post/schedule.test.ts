import { describe, expect, it } from "vitest";
import { travel } from "@/lib/clock";
import { db } from "@/lib/db";
import { imageFor, takeImage } from "../intake/images";
import { fileFor } from "../press/file";
import { voidIssue } from "../press/signOff";
import { onDatabase, through, withClients } from "../testing/database";
import { issueOf, seenIssue, signed } from "../testing/issues";
import { type House, house } from "../testing/people";
import { photograph } from "../testing/photographs";
import { at, toldTo, withPhotograph } from "../testing/post";
import { distribute, distributeDue, distributeSchema, schedule, unschedule } from "./distribute";
import { carryingOurs, tray, trayFilter, unreadCount } from "./reading";
import { readingOf } from "./readingOf";

onDatabase();

const evening = at("2026-11-20", "18:00");
const monday = { day: "2026-11-23", time: "08:30" };
const missing = { key: "missing" };

/** Signed on Friday evening, to go out on Monday morning. */
async function scheduled(people: House, items?: Parameters<typeof signed>[1]): Promise<string> {
  travel(evening);
  const id = await signed(people, items);
  await schedule(people.editor, { ...(await seenIssue(id)), ...monday });
  return id;
}

describe("an issue with a set time", () => {
  it("is refused a time that has passed, is over a year away, or is none", async () => {
    const people = await house();
    travel(evening);
    const seen = await seenIssue(await signed(people));
    const set = (day: string, time: string) => schedule(people.editor, { ...seen, day, time });
    await expect(set("2026-11-20", "18:00")).rejects.toMatchObject({ key: "timePassed", field: "time" });
    await expect(set("2026-11-19", "23:59")).rejects.toMatchObject({ key: "timePassed" });
    await expect(set("2027-11-22", "08:00")).rejects.toMatchObject({ key: "absurdDay", field: "day" });
    for (const time of ["24:00", "8:30", "08:60", "", "now"])
      expect(distributeSchema.safeParse({ ...seen, when: "later", day: "2026-11-23", time }).success, time).toBe(false);
    expect(distributeSchema.safeParse({ ...seen, when: "later", day: "", time: "08:30" }).success).toBe(false);
    expect(distributeSchema.safeParse({ ...seen, when: "later", ...monday }).success).toBe(true);
    expect(await issueOf(seen.id)).toMatchObject({ distributeAt: null, version: seen.version });
    await set("2027-11-20", "08:00");
    expect((await issueOf(seen.id)).distributeAt).toEqual(at("2027-11-20", "08:00"));
  });

  it("is set by editors and signers, for an issue that is signed, from the page as it is", async () => {
    const people = await house();
    const id = await scheduled(people);
    const seen = { ...(await seenIssue(id)), ...monday };
    for (const actor of [people.leader, people.writer])
      await expect(schedule(actor, seen)).rejects.toMatchObject(missing);
    await expect(schedule(people.reviewer, seen)).rejects.toMatchObject({ key: "forbidden" });
    await expect(unschedule(people.reviewer, seen)).rejects.toMatchObject({ key: "forbidden" });
    await schedule(people.signer, { ...seen, time: "09:00" });
    const late = { key: "overtaken", stale: { by: people.signer.name } };
    await expect(schedule(people.editor, seen)).rejects.toMatchObject(late);
    expect(await issueOf(id)).toMatchObject({
      distributeById: people.signer.id,
      distributeAt: at(monday.day, "09:00"),
    });
  });

  it("is nowhere until then: not read, not in a tray, no file, no photograph, no notice", async () => {
    const people = await house();
    travel(evening);
    const { id: image } = await takeImage(people.writer, await photograph());
    const item = await withPhotograph(people.writer, people.publication, image);
    const id = await scheduled(people, { items: [item] });
    expect(await distributeDue()).toBe(0);
    for (const actor of [people.leader, people.writer]) {
      await expect(readingOf(actor, id)).rejects.toMatchObject(missing);
      await expect(fileFor(actor, id, "pdf")).rejects.toMatchObject(missing);
      expect([await unreadCount(actor), await carryingOurs(actor), await toldTo(actor)]).toEqual([0, [], []]);
    }
    await expect(imageFor(people.leader, image)).rejects.toMatchObject(missing);
    expect((await tray(people.leader, trayFilter.parse({}))).unread).toEqual([]);
    expect((await fileFor(people.reviewer, id, "pdf")).bytes.length).toBeGreaterThan(0);
    expect((await imageFor(people.reviewer, image)).type).toBe("image/jpeg");
    travel(at("2026-11-23", "08:30"));
    expect(await distributeDue()).toBe(1);
    expect((await readingOf(people.leader, id)).id).toBe(id);
    expect((await imageFor(people.leader, image)).type).toBe("image/jpeg");
    expect(await toldTo(people.leader)).toMatchObject([{ kind: "delivered", href: `/reading/${id}` }]);
  });

  it("goes out once, although two processes look at the same moment, by the name of who set it", async () => {
    const people = await house();
    const id = await scheduled(people);
    travel(at("2026-11-23", "08:31"));
    const sent = await withClients(2, ([one = db, two = db]) =>
      Promise.all([through(one, distributeDue), through(two, distributeDue)]),
    );
    expect(sent.sort()).toEqual([0, 1]);
    expect(await issueOf(id)).toMatchObject({ state: "distributed", distributeAt: null, distributeById: null });
    expect(await db.delivery.count()).toBe(1);
    const lines = await db.event.findMany({ where: { act: "distribute" } });
    expect(lines).toMatchObject([{ actorId: people.editor.id, actorName: people.editor.name, issueId: id }]);
    expect(await distributeDue()).toBe(0);
  });

  it("goes out although whoever set it was disabled or lost the role since", async () => {
    const people = await house();
    const [one, two] = [await scheduled(people), await scheduled(people)];
    await schedule(people.signer, { ...(await seenIssue(two)), ...monday });
    await db.account.update({ where: { id: people.editor.id }, data: { disabledAt: evening } });
    await db.roleGrant.deleteMany({ where: { accountId: people.signer.id } });
    travel(at("2026-11-23", "08:31"));
    expect(await distributeDue()).toBe(2);
    const lines = await db.event.findMany({ where: { act: "distribute" }, orderBy: { id: "asc" } });
    expect(lines.map(({ issueId, actorName }) => [issueId, actorName])).toEqual([
      [one, people.editor.name],
      [two, people.signer.name],
    ]);
  });

  it("does not go out once its time was taken away, nor after it was voided", async () => {
    const people = await house();
    const [kept, gone] = [await scheduled(people), await scheduled(people)];
    await unschedule(people.signer, await seenIssue(kept));
    await voidIssue(people.signer, { ...(await seenIssue(gone)), reason: "重排" });
    travel(at("2026-11-23", "08:31"));
    expect(await distributeDue()).toBe(0);
    expect(await issueOf(kept)).toMatchObject({ state: "signed", distributeAt: null, distributeById: null });
    expect(await issueOf(gone)).toMatchObject({ state: "void", distributeAt: null, distributeById: null });
    expect(await db.delivery.count()).toBe(0);
  });

  it("goes out at once where somebody sends it before its time, and not again", async () => {
    const people = await house();
    const id = await scheduled(people);
    await distribute(people.signer, await seenIssue(id));
    travel(at("2026-11-23", "08:31"));
    expect(await distributeDue()).toBe(0);
    expect(await db.event.count({ where: { act: "distribute" } })).toBe(1);
  });

  it("does not hold up the next where it cannot go out", async () => {
    const people = await house();
    const [broken, next] = [await scheduled(people), await scheduled(people)];
    await db.issue.update({ where: { id: broken }, data: { distributeById: crypto.randomUUID() } });
    travel(at("2026-11-23", "08:31"));
    await expect(distributeDue()).rejects.toThrow("1 issues could not be sent out");
    expect([(await issueOf(broken)).state, (await issueOf(next)).state]).toEqual(["signed", "distributed"]);
    await db.issue.update({ where: { id: broken }, data: { distributeById: people.editor.id } });
    expect(await distributeDue()).toBe(1);
  });
});
