import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { adopt } from "../desk/adopt";
import { onDatabase } from "../testing/database";
import { issueBy, sectionsOf } from "../testing/issues";
import { drafted, submitted } from "../testing/items";
import { house, person } from "../testing/people";
import { colourAt, photograph } from "../testing/photographs";
import { imageFor, takeImage } from "./images";

onDatabase();

describe("a photograph that is taken in", () => {
  it("is turned upright and loses what the camera wrote into it", async () => {
    const writer = await person(["contributor"]);
    const given = await photograph({ orientation: 6 });
    expect((await sharp(given).metadata()).exif).toBeDefined();
    const { id, width, height } = await takeImage(writer, given);
    const { bytes, type } = await imageFor(writer, id);
    const meta = await sharp(bytes).metadata();
    expect([width, height, meta.width, meta.height]).toEqual([40, 60, 40, 60]);
    expect([await colourAt(bytes, 0.5, 0.1), await colourAt(bytes, 0.5, 0.9)]).toEqual(["red", "blue"]);
    expect([meta.exif, meta.orientation, meta.iptc, meta.xmp, meta.comments]).toEqual([...Array(5)]);
    expect([type, meta.format]).toEqual(["image/jpeg", "jpeg"]);
  });

  it("is scaled down to 2,400 pixels on its longer side, and never up", async () => {
    const writer = await person(["contributor"]);
    expect(await takeImage(writer, await photograph({ width: 3_000, height: 100 }))).toMatchObject({
      width: 2_400,
      height: 80,
    });
    expect(await takeImage(writer, await photograph({ width: 100, height: 2_500 }))).toMatchObject({
      width: 96,
      height: 2_400,
    });
    expect(await takeImage(writer, await photograph({ width: 60, height: 40 }))).toMatchObject({
      width: 60,
      height: 40,
    });
  });

  it.each(["png", "webp", "gif", "tiff"] as const)("may be a %s, and is kept as JPEG", async (format) => {
    const writer = await person(["contributor"]);
    const { id } = await takeImage(writer, await photograph({ format }));
    expect(await imageFor(writer, id)).toMatchObject({ type: "image/jpeg", width: 60, height: 40 });
  });
});

describe("a file that is refused as a photograph", () => {
  it.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ["of 0 bytes", "emptyFile", () => new Uint8Array()],
    ["of text that calls itself .jpg", "notAnImage", () => Buffer.from("这是文字，不是照片。")],
    [
      "that is a drawing with scripts in it",
      "notAnImage",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    [
      "cut off in the middle",
      "brokenImage",
      async () => (await photograph({ width: 900, height: 600 })).subarray(0, 4_000),
    ],
    ["cut off in its first bytes", "notAnImage", async () => (await photograph()).subarray(0, 12)],
    ["of more than 25 MB", "fileTooLarge", () => Buffer.alloc(25 * 1024 * 1024 + 1)],
    ["of 60 megapixels", "tooManyPixels", sixtyMegapixels],
  ])("%s is named for what it is, and nothing is kept", async (_, key, bytes) => {
    const writer = await person(["contributor"]);
    await expect(takeImage(writer, await bytes())).rejects.toMatchObject({ key, field: "image" });
    expect(await db.image.count()).toBe(0);
  });

  it("comes from somebody who writes nothing", async () => {
    const reader = await person(["reader"]);
    await expect(takeImage(reader, await photograph())).rejects.toMatchObject({ key: "forbidden" });
  });
});

describe("a photograph is shown", () => {
  it("to its office from the start, to the desk with the item, to readers with the issue, to nobody else", async () => {
    const people = await house();
    const { writer, southWriter, editor, reviewer, signer, leader, leader2, publication } = people;
    const colleague = await person(["officeLead"], { office: people.north });
    const { id: image } = await takeImage(writer, await photograph());
    const everybody = { writer, colleague, southWriter, editor, reviewer, signer, leader, leader2 };
    const administrators = { systemAdmin: await person(["systemAdmin"], { office: people.north }) };
    const seers = async () => {
      const answers = Object.entries({ ...everybody, ...administrators }).map(async ([name, actor]) =>
        (await imageFor(actor, image).catch(() => null)) ? [name] : [],
      );
      return (await Promise.all(answers)).flat();
    };
    const blocks = [{ type: "figure" as const, image, caption: "图", credit: "" }];
    await drafted(writer, publication, { blocks });
    expect(await seers()).toEqual(["writer", "colleague"]);
    const item = await submitted(writer, publication, { blocks });
    expect(await seers()).toEqual(["writer", "colleague", "editor"]);
    const issueId = await issueBy(editor, publication);
    const [section] = await sectionsOf(issueId);
    await adopt(editor, { itemId: item.id, version: item.version, issueId, sectionId: section?.id ?? "" });
    expect(await seers()).toEqual(["writer", "colleague", "editor", "reviewer", "signer"]);
    await db.issue.update({ where: { id: issueId }, data: { state: "distributed" } });
    await db.delivery.create({ data: { issueId, accountId: leader.id, labels: [], deliveredAt: new Date() } });
    expect(await seers()).toEqual(["writer", "colleague", "editor", "reviewer", "signer", "leader"]);
  });
});

/** Says that it is one in its first bytes, which is all of it that a server may read before it refuses. */
async function sixtyMegapixels(): Promise<Buffer> {
  const bytes = await photograph({ format: "png" });
  bytes.writeUInt32BE(10_000, 16);
  bytes.writeUInt32BE(6_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}
