import { PDFDocument } from "@cantoo/pdf-lib";
import { z } from "zod";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { reencoded } from "../../intake/images";
import { namesIn, openZip, type ZipLimits } from "../../text/files/zip";
import { broken } from "./broken";
import { format, hashOfBytes, type Manifest, manifestName, manifestSchema, version } from "./manifest";

/** A year of a daily with photographs. */
const limits: ZipLimits = { entries: 200_000, each: 200 * 1_048_576, all: 20 * 1024 * 1_048_576 };
/** Of what is taken apart as JSON, which takes ten times its size. */
const mostJson = 40 * 1_048_576;

/** Whether a zip is the file of a year: it says so by its manifest. */
export async function isYearFile(source: Uint8Array | string): Promise<boolean> {
  const names = await namesIn(source, limits);
  return names.includes(manifestName) && names.includes("index.html");
}

/** A year's file, opened: each entry is read when it is asked for, and checked against the hash in the manifest. */
export class YearFile {
  private readonly hashes: Map<string, string>;

  private constructor(
    readonly manifest: Manifest,
    private readonly zip: Awaited<ReturnType<typeof openZip>>,
  ) {
    this.hashes = new Map(manifest.files.map(({ path, hash }) => [path, hash]));
  }

  /** Refused: no manifest, one of a later version, entries that the manifest names and the file has not. */
  static async open(source: Uint8Array | string): Promise<YearFile> {
    const zip = await openZip(source, limits);
    try {
      const manifest = manifestOf(await zip.bytesOf(manifestName));
      const gone = manifest.files.find(({ path }) => !zip.has(path));
      if (gone) throw broken(gone.path);
      return new YearFile(manifest, zip);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.zip.close();
  }

  hashOf(path: string): string {
    const hash = this.hashes.get(path);
    if (!hash) throw broken(path);
    return hash;
  }

  async bytesOf(path: string): Promise<Uint8Array> {
    const hash = this.hashOf(path);
    const bytes = await this.zip.bytesOf(path);
    if (hashOfBytes(bytes) !== hash) throw broken(path);
    return bytes;
  }

  /** An entry as JSON, whatever its shape. */
  async jsonOf(path: string): Promise<unknown> {
    return jsonIn(path, await this.bytesOf(path));
  }

  /**
   * A photograph under the id that the texts name it by; decoded first, so that it is one. Refused: an id by
   * which another picture is kept here, which the text would show to others than its own people.
   */
  async keepImage(tx: Transaction, id: string): Promise<void> {
    const path = `images/${id}.jpg`;
    const there = await tx.image.findUnique({ where: { id }, select: { bytes: true } });
    if (there) {
      if (hashOfBytes(there.bytes) !== this.hashes.get(path)) throw broken(path);
      return;
    }
    if (!this.hashes.has(path)) return;
    const bytes = await this.bytesOf(path);
    const { width, height } = await sizeOf(path, bytes);
    const office = await tx.office.findFirstOrThrow({ where: { kind: "secretariat" }, orderBy: { order: "asc" } });
    const of = { officeId: office.id, uploadedById: office.id };
    await tx.image.create({
      data: { id, ...of, width, height, type: "image/jpeg", bytes: new Uint8Array(bytes), createdAt: now() },
    });
  }

  /** How many pages a PDF has. Refused: what is none. */
  async pagesIn(path: string, bytes: Uint8Array): Promise<number> {
    try {
      return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
    } catch {
      // Whatever the library says of it, these are no pages.
      throw broken(path);
    }
  }
}

function manifestOf(bytes: Uint8Array): Manifest {
  const parsed = jsonIn(manifestName, bytes);
  // A later version may be of another shape.
  const said = z.looseObject({ format: z.literal(format), version: z.number() }).safeParse(parsed);
  if (said.success && said.data.version > version) throw new Refusal("yearFileLater", { field: "file" });
  const manifest = manifestSchema.safeParse(parsed);
  if (!manifest.success) throw broken(manifestName);
  return manifest.data;
}

function jsonIn(path: string, bytes: Uint8Array): unknown {
  if (bytes.length > mostJson) throw broken(path);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw broken(path);
  }
}

/** Of a JPEG, which is what is kept and what it will be sent as. */
async function sizeOf(path: string, bytes: Uint8Array): Promise<{ width: number; height: number }> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw broken(path);
  try {
    return (await reencoded(bytes)).info;
  } catch (error) {
    throw error instanceof Refusal ? broken(path) : error;
  }
}
