import { expect, test, vi } from "vitest";
import { sealAndAnchor } from "@/bulletin/record/seal";
import { verifyRecord } from "@/bulletin/record/verifyRecord";
import { falsify, onDatabase } from "@/bulletin/testing/database";
import { person } from "@/bulletin/testing/people";
import { lines, sealed } from "@/bulletin/testing/sealed";
import { verifiedInWords } from "./verified";

// At the edges of Next, where there is no request: in which language is said here; the sentences are the real ones.
const { reader } = vi.hoisted(() => ({ reader: { locale: "zh-CN" as "zh-CN" | "en" } }));
vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("use-intl/core");
  const catalogues = {
    "zh-CN": (await import("@/messages/zh-CN")).default,
    en: (await import("@/messages/en")).default,
  };
  return {
    getTranslations: async (namespace: "audit") =>
      createTranslator({ locale: reader.locale, messages: catalogues[reader.locale], namespace }),
    getLocale: async () => reader.locale,
  };
});

onDatabase();

/** What the auditor reads, in Chinese and in English. */
async function sentences(): Promise<string[]> {
  const outcome = await verifyRecord(await person(["auditor"]));
  const said: string[] = [];
  for (const locale of ["zh-CN", "en"] as const) {
    reader.locale = locale;
    said.push((await verifiedInWords(outcome)).sentence);
  }
  return said;
}

test("where the last line is there its moment is told, whether intact or not", async () => {
  const [first] = await lines(3);
  await sealed();
  expect((await sentences())[0]).toMatch(/^一致：已核验3条，到\d{4}年.+的第\d+号为止，存证0个。$/);
  await falsify(`UPDATE "Event" SET act = 'other' WHERE id = ${first}`);
  await sealed();
  expect((await sentences())[0]).toMatch(/^不一致：1处。已核验4条，到\d{4}年.+的第\d+号为止，存证0个。$/);
});

test("where the last line was removed its number alone is told", async () => {
  const ids = await lines(3);
  await sealed();
  await falsify(`DELETE FROM "Event" WHERE id = ${ids[2]}`);
  expect(await sentences()).toEqual([
    `不一致：1处。已核验2条，到第${ids[2]}号为止，存证0个。`,
    `Not intact in 1 place. 2 lines verified, up to number ${ids[2]}; 0 anchors.`,
  ]);
});

test("where the whole chain was removed no number is told", async () => {
  await lines(3);
  await sealed();
  await sealAndAnchor();
  await falsify(`DELETE FROM "Event"; DELETE FROM "EventSeal"`);
  expect(await sentences()).toEqual([
    "不一致：1处。已核验0条，存证1个。",
    "Not intact in 1 place. 0 lines verified; 1 anchor.",
  ]);
});
