import { encode } from "next-auth/jwt";
import { beforeEach, expect, it, vi } from "vitest";
import { onDatabase } from "@/bulletin/testing/database";
import { person } from "@/bulletin/testing/people";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { onElsewhere, tellElsewhere } from "@/lib/elsewhere";
import { recordElsewhere } from "@/lib/elsewhereRecord";
import { cookieName } from "@/lib/token";

onDatabase();
const secret = "a secret of this test alone";
beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", secret);
  (globalThis as { bianfaRefusals?: unknown }).bianfaRefusals = undefined;
});

it("a write from another site is in the record, with its person as long as their session stands", async () => {
  const { id: accountId, name } = await person(["editor"]);
  const { id } = await db.session.create({ data: { accountId, createdAt: now() } });
  const cookies = { [cookieName("session-token")]: await encode({ token: { sessionId: id }, secret }) };
  await recordElsewhere("/desk", cookies);
  await db.session.update({ where: { id }, data: { endedAt: now() } });
  await recordElsewhere("/desk", cookies);
  await recordElsewhere("/items", { "next-auth.session-token": "made up" });
  await recordElsewhere("/link/Tk9-the-secret", {});
  const lines = await db.event.findMany({ where: { act: "refused" }, orderBy: { id: "asc" } });
  expect(lines).toMatchObject([
    { actorId: accountId, actorName: name, refused: true, detail: { reason: "crossSite", path: "/desk" } },
    { actorId: null, actorName: "", detail: { path: "/desk" } },
    { actorId: null, actorName: "", detail: { path: "/items" } },
    { actorId: null, actorName: "", detail: { path: "/link/…" } },
  ]);
});

it("a line that cannot be written is told", async () => {
  onElsewhere(async () => {
    throw new Error("away");
  });
  const told = await new Promise((failed) => tellElsewhere("/desk", {}, failed));
  expect(told).toMatchObject({ message: "away" });
});
