import { z } from "zod";
import { Refusal } from "@/lib/refusal";
import { namesIn, openZip, type ZipLimits } from "../../text/files/zip";
import { broken } from "./broken";
import { format, hashOfBytes, type Manifest, manifestName, manifestSchema, version } from "./manifest";

/** A year of a daily with photographs. */
const limits: ZipLimits = { entries: 200_000, each: 200 * 1_048_576, all: 20 * 1024 * 1_048_576 };
/** Of what is taken apart as JSON, which takes ten times its size; and of the texts of all issues together. */
const mostJson = 40 * 1_048_576;
const mostTexts = 400 * 1_048_576;

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
    /** SHA-256 of the manifest, which holds those of all else: it stands for the whole file. */
    readonly hash: string,
    private readonly zip: Awaited<ReturnType<typeof openZip>>,
  ) {
    this.hashes = new Map(manifest.files.map(({ path, hash }) => [path, hash]));
  }

  /**
   * Refused: no manifest, one of a later version, entries that the manifest names and the file has not, more than can
   * be taken apart. What an entry claims to be is asked before it is unpacked, and none gives more than it claims.
   */
  static async open(source: Uint8Array | string): Promise<YearFile> {
    const zip = await openZip(source, limits);
    try {
      if (zip.sizeOf(manifestName) > mostJson) throw broken(manifestName);
      const bytes = await zip.bytesOf(manifestName);
      const manifest = manifestOf(bytes);
      const gone = manifest.files.find(({ path }) => !zip.has(path));
      if (gone) throw broken(gone.path);
      const sizes = manifest.issues.flatMap(({ data }) => (data ? zip.sizeOf(data) : []));
      if (sizes.some((size) => size > mostJson) || sizes.reduce((a, b) => a + b, 0) > mostTexts)
        throw broken(manifestName);
      return new YearFile(manifest, hashOfBytes(bytes), zip);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.zip.close();
  }

  has(path: string): boolean {
    return this.hashes.has(path);
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
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw broken(path);
  }
}
