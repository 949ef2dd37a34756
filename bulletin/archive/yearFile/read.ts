import { PDFDocument } from "@cantoo/pdf-lib";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { reencoded } from "../../intake/images";
import { secretariatId } from "../../people/secretariat";
import { namesIn, openZip, type ZipLimits } from "../../text/files/zip";
import { hashOfBytes, type Manifest, manifestName, manifestSchema, version } from "./manifest";

/** A year of a daily with photographs. */
const limits: ZipLimits = { entries: 200_000, each: 200 * 1_048_576, all: 20 * 1024 * 1_048_576 };

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

  /** A photograph under the id that the texts name it by; decoded first, so that it is one. */
  async keepImage(tx: Transaction, id: string): Promise<void> {
    const path = `images/${id}.jpg`;
    if (!this.hashes.has(path) || (await tx.image.findUnique({ where: { id }, select: { id: true } }))) return;
    const bytes = await this.bytesOf(path);
    const { width, height } = (await reencoded(bytes)).info;
    const officeId = await secretariatId(tx, this.manifest.office);
    const of = { officeId, uploadedById: officeId };
    await tx.image.create({
      data: { id, ...of, width, height, type: "image/jpeg", bytes: new Uint8Array(bytes), createdAt: now() },
    });
  }

  async pagesIn(bytes: Uint8Array): Promise<number> {
    return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
  }
}

function manifestOf(bytes: Uint8Array): Manifest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw broken(manifestName);
  }
  const manifest = manifestSchema.safeParse(parsed);
  if (!manifest.success) throw broken(manifestName);
  if (manifest.data.version > version) throw new Refusal("yearFileLater", { field: "file" });
  return manifest.data;
}

function broken(path: string): Refusal {
  return new Refusal("yearFileBroken", { field: "file", values: { path } });
}
