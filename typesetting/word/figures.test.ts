import sharp from "sharp";
import { expect, test } from "vitest";
import type { Block, PressImage } from "../document";
import { figure, issueOf, paragraph, story } from "../testing/issues";
import { words } from "../words";
import { typeArea } from "./measures";
import { partOf, partsOf, textOf } from "./testing";

const picture = async (
  width: number,
  height: number,
  format: "jpeg" | "png" | "webp" | "gif" = "jpeg",
): Promise<PressImage> => {
  const plain = sharp({ create: { width, height, channels: 3, background: "#3a7" } });
  return { bytes: new Uint8Array(await plain.toFormat(format).toBuffer()), width, height };
};

async function wordWith(images: Record<string, PressImage>, blocks: Block[]) {
  const parts = await partsOf(issueOf({ images, sections: [{ title: "", entries: [story([], blocks)] }] }));
  const xml = partOf(parts, "word/document.xml");
  const media = [...parts].filter(([name]) => name.startsWith("word/media/"));
  // English metric units: 12,700 a point.
  const extents = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => [
    Number(x) / 12700,
    Number(y) / 12700,
  ]);
  return { xml, media, extents, text: textOf(xml) };
}

test("JPEG and PNG pass as they came, WebP and GIF become what every Word shows", async () => {
  const images = {
    a: await picture(900, 600),
    b: await picture(900, 600, "png"),
    c: await picture(900, 601, "webp"),
    d: await picture(900, 602, "gif"),
  };
  const between = paragraph("文字。");
  const { media } = await wordWith(
    images,
    ["a", "b", "c", "d"].flatMap((id) => [figure(id), between]),
  );
  const bytes = media.map(([, part]) => part);
  expect(bytes.some((part) => Buffer.compare(part, images.a.bytes) === 0)).toBe(true);
  expect(bytes.some((part) => Buffer.compare(part, images.b.bytes) === 0)).toBe(true);
  const formats = await Promise.all(bytes.map(async (part) => (await sharp(part).metadata()).format));
  expect(formats.length).toBe(4);
  expect(formats.every((format) => format === "jpeg" || format === "png")).toBe(true);
});

test("two wide photographs stand in a table without borders, their captions below; each photograph has a number of its own", async () => {
  const images = { a: await picture(1200, 800), b: await picture(1000, 800), c: await picture(1200, 801) };
  const { xml, extents, text } = await wordWith(images, [figure("a", "左"), figure("b", "右"), figure("c", "下")]);
  const [left, right, below] = extents;
  expect(left).toEqual(right);
  expect(below?.[0]).toBeGreaterThan(left?.[0] ?? 0);
  expect(text).toMatch(/左\n+右\n+下/);
  expect([...xml.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)).toEqual(["1", "2", "3"]);
});

test("a photograph is kept with its caption", async () => {
  const { xml } = await wordWith({ a: await picture(900, 600) }, [
    { ...figure("a"), caption: "说明", credit: "方知微" } as Block,
  ]);
  expect(xml).toMatch(/<w:pStyle w:val="Photograph"\/><w:keepNext\/>/);
  expect(textOf(xml)).toContain(`说明　${words.credit("方知微")}\n`);
});

test("20,000 pixels are brought down to what paper shows, one pixel is not blown up", async () => {
  const images = { wide: await picture(20000, 40, "png"), dot: await picture(1, 1, "png") };
  const { media, extents } = await wordWith(images, [figure("wide"), figure("dot")]);
  const widths = await Promise.all(media.map(async ([, part]) => (await sharp(part).metadata()).width));
  expect(Math.max(...widths)).toBe(2000);
  const [wide, dot] = extents;
  expect(wide?.[0]).toBeLessThanOrEqual(typeArea / 20);
  expect(dot?.[0]).toBeLessThanOrEqual(18);
});

test("what cannot be read leaves its frame and caption", async () => {
  const whole = await picture(900, 600);
  const images = {
    noise: { bytes: new Uint8Array([1, 2, 3]), width: 900, height: 600 },
    drawing: {
      bytes: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`),
      width: 9,
      height: 9,
    },
    half: { ...whole, bytes: whole.bytes.slice(0, Math.floor(whole.bytes.length * 0.7)) },
  };
  const blocks = ["noise", "drawing", "lost", "half"].flatMap((id) => [figure(id, `说明${id}`), paragraph("文字。")]);
  const { media, text } = await wordWith(images, blocks);
  expect(text.match(/（照片无法读取）/g)).toHaveLength(3);
  for (const id of ["noise", "drawing", "lost", "half"]) expect(text).toContain(`说明${id}\n`);
  // Half a JPEG is shown as far as it goes, as a whole file.
  const [half] = media;
  await expect(sharp(half?.[1], { failOn: "warning" }).raw().toBuffer()).resolves.toBeTruthy();
});

test("what was held sideways stands upright", async () => {
  const sideways = await sharp({ create: { width: 800, height: 400, channels: 3, background: "#3a7" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { media } = await wordWith({ a: { bytes: new Uint8Array(sideways), width: 400, height: 800 } }, [figure("a")]);
  const { width, height } = await sharp(media[0]?.[1]).metadata();
  expect([width, height]).toEqual([400, 800]);
});
