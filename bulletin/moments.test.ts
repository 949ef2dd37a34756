import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { onDatabase } from "./testing/database";

onDatabase();

it("a moment is kept as the moment that it is, whatever zone the server lives in", async () => {
  const at = new Date("2026-05-11T01:30:00.000Z");
  const { id } = await db.event.create({ data: { at, act: "probe", detail: {} } });
  const [kept] = await db.$queryRaw<{ epoch: number }[]>`
    SELECT extract(epoch FROM at)::float AS epoch FROM "Event" WHERE id = ${id}`;
  expect(kept?.epoch).toBe(at.getTime() / 1000);
  expect((await db.event.findUniqueOrThrow({ where: { id } })).at).toEqual(at);
});
