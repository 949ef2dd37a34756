import { createHash } from "node:crypto";
import sharp from "sharp";
import { getResolvedPDFJS } from "unpdf";
import type { Picture } from "./docx";
import type { PdfDocument } from "./pdf";

type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/** A picture on its page, in points from the lower left corner. */
export type Placed = { key: string; x: number; y: number; width: number; height: number };

/** Of one picture: what claims to be more is not unpacked. */
export const mostPixels = 50_000_000;
const mostPictures = 300;
const mostPictureBytes = 100 * 1_048_576;
/** Seconds for all pictures of a file: its text is not lost over them (apart.ts ends a reader after a minute). */
const longest = 25;
/** Points: what is smaller is a rule, an emblem or a dot. */
const smallest = 40;
const longestSide = 2_400;

/** The pictures of a PDF as its pages are read, one after the other; the bytes are JPEG, for whoever keeps them to write anew. */
export class PagePictures {
  private readonly pictures = new Map<string, Picture & { pages: Set<number> }>();
  private bytes = 0;
  private spent = 0;
  private isMissing = false;

  /** Those of one page. One that cannot be decoded keeps its place without a picture, so that its caption is known. */
  async of(page: PdfPage, number: number): Promise<Placed[]> {
    if (this.spent > longest * 1_000) return this.left();
    const from = performance.now();
    try {
      const placed: Placed[] = [];
      for (const { name, ...place } of await namedOn(page)) {
        const key = await this.keyOf(page, name, number);
        if (key === "") this.isMissing = true;
        placed.push({ key, ...place });
      }
      return placed;
    } finally {
      this.spent += performance.now() - from;
    }
  }

  /** What stands on more than two pages, as a letterhead does, belongs to the page and not to its text. */
  done(): { pictures: Picture[]; ornaments: Set<string>; isMissing: boolean } {
    const isOrnament = ({ pages }: { pages: Set<number> }) => pages.size > 2;
    const all = [...this.pictures.values()];
    return {
      pictures: all.filter((each) => !isOrnament(each)).map(({ key, bytes }) => ({ key, bytes })),
      ornaments: new Set(all.filter(isOrnament).map(({ key }) => key)),
      isMissing: this.isMissing,
    };
  }

  private left(): Placed[] {
    this.isMissing = true;
    return [];
  }

  /** The key of a picture, empty where it cannot be had. Each is kept once, however often it stands there. */
  private async keyOf(page: PdfPage, name: string, number: number): Promise<string> {
    const bytes = await jpegOf(page, name);
    if (!bytes) return "";
    const hash = createHash("sha256").update(bytes).digest("base64");
    const known = this.pictures.get(hash);
    known?.pages.add(number);
    if (known) return known.key;
    if (this.pictures.size >= mostPictures || this.bytes + bytes.length > mostPictureBytes) return "";
    const key = `picture-${this.pictures.size + 1}`;
    this.pictures.set(hash, { key, bytes, pages: new Set([number]) });
    this.bytes += bytes.length;
    return key;
  }
}

type Named = Omit<Placed, "key"> & { name: string };

/** What is painted on a page as a picture. The whole page as one picture is a scan, whose text lies over it. */
async function namedOn(page: PdfPage): Promise<Named[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const found: Named[] = [];
  const outer: number[][] = [];
  let matrix = [1, 0, 0, 1, 0, 0];
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) outer.push(matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = outer.pop() ?? matrix;
    if (operator === OPS.transform) matrix = within(matrix, args);
    if (operator === OPS.paintFormXObjectBegin && args?.[0]) matrix = within(matrix, args[0]);
    if (operator !== OPS.paintImageXObject) continue;
    const place = boxOf(matrix);
    const isPage = place.width > (right - left) * 0.85 && place.height > (top - bottom) * 0.85;
    if (place.width >= smallest && place.height >= smallest && !isPage) found.push({ name: String(args[0]), ...place });
  }
  return found;
}

function within([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[], inner: ArrayLike<number>): number[] {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = Array.from(inner);
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Where a matrix puts the unit square. */
function boxOf([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[]) {
  const [x, y] = [e + Math.min(0, a) + Math.min(0, c), f + Math.min(0, b) + Math.min(0, d)];
  return { x, y, width: Math.abs(a) + Math.abs(c), height: Math.abs(b) + Math.abs(d) };
}

type Unpacked = { width?: number; height?: number; data?: Uint8Array | Uint8ClampedArray };
type Raw = { width: number; height: number; channels: 1 | 3 | 4; data: Uint8Array | Uint8ClampedArray };

/** The points of a picture as pdf.js has unpacked them, as a JPEG; null where it could not. */
async function jpegOf(page: PdfPage, name: string): Promise<Uint8Array | null> {
  const raw = rawOf(await unpacked(page, name));
  if (!raw) return null;
  const { width, height, channels, data } = raw;
  const jpeg = await sharp(data, { raw: { width, height, channels }, limitInputPixels: mostPixels })
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .jpeg({ quality: 95 })
    .toBuffer();
  return new Uint8Array(jpeg);
}

/** What is still not there after a while will not come: null. */
async function unpacked(page: PdfPage, name: string): Promise<Unpacked | null> {
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), longest * 1_000);
    objects.get(name, (image: Unpacked | null) => {
      clearTimeout(timer);
      resolve(image);
    });
  });
}

function rawOf(image: Unpacked | null): Raw | null {
  if (!image?.data || !image.width || !image.height) return null;
  const { width, height, data } = image;
  const channels = data.length / (width * height);
  if (channels === 1 || channels === 3 || channels === 4) return { width, height, channels, data };
  // Black and white: eight points a byte, each row begins one.
  const row = Math.ceil(width / 8);
  if (data.length !== row * height) return null;
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const x = at % width;
    grey[at] = ((data[Math.floor(at / width) * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  }
  return { width, height, channels: 1, data: grey };
}
