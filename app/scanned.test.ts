import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { onDatabase } from "@/bulletin/testing/database";
import { person } from "@/bulletin/testing/people";
import type { Actor } from "@/lib/actor";
import { daemon, eicar } from "@/lib/clamdTesting";
import { db } from "@/lib/db";

const request = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock("@/lib/session", () => ({ currentActor: async () => request.actor }));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => (key: string) => key,
  getLocale: async () => "zh-CN",
}));

onDatabase();
beforeEach(async () => {
  vi.stubEnv("CLAMD_URL", await daemon());
  request.actor = await person(["contributor", "editor"]);
});

const routes = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
  (file) =>
    file.endsWith("route.ts") && /\btaking(Each)?\(/.test(readFileSync(path.join(import.meta.dirname, file), "utf8")),
);

it("there are handlers that take files", () => expect(routes.length).toBeGreaterThan(4));

it.each(routes)("a file that comes to %s is looked at before anything reads it", async (file) => {
  const { POST } = (await import(path.join(import.meta.dirname, file))) as {
    POST: (request: Request) => Promise<Response>;
  };
  const form = new FormData();
  for (const name of ["image", "file", "attachment"]) form.set(name, new File([eicar], "eicar.docx"));
  const sent = new Request("http://127.0.0.1:3000/x", {
    method: "POST",
    body: form,
    headers: { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000", "content-length": "2000" },
  });
  const response = await POST(sent);
  expect([response.status, await response.json()]).toEqual([422, { sentence: "virus" }]);
  expect([await db.image.count(), await db.attachment.count(), await db.importedFile.count()]).toEqual([0, 0, 0]);
});
