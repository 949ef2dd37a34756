import yauzl, { type Entry, type ZipFile } from "yauzl";
import { Refusal } from "@/lib/refusal";

export type ZipLimits = {
  /** Entries in all, bytes of one and of all of them once unpacked. */
  entries: number;
  each: number;
  all: number;
};

export type Unpacked = { name: string; bytes: Uint8Array };

/**
 * The files in a .zip, one after the other, so that only one is in memory. What they claim to unpack to is asked before
 * anything is unpacked, and yauzl ends an entry that gives more than it claims: a bomb is refused while
 * it is small. Names are shown, never used as paths. Refused: no zip, encrypted, too many, too large.
 */
export async function* unpacked(source: Uint8Array | string, limits: ZipLimits, wanted: (name: string) => boolean) {
  const zip = await opened(source);
  try {
    const count = counter(limits);
    for (const entry of await listOf(zip, limits)) {
      const name = nameOf(entry);
      if (name.endsWith("/") || !wanted(name)) continue;
      yield { name, bytes: await bytesOf(zip, entry, count) };
    }
  } finally {
    zip.close();
  }
}

/** As `unpacked`, every file of it, in pieces as they are unpacked: none is whole in memory. Each is read to its end before the next. */
export async function* parts(source: Uint8Array | string, limits: ZipLimits) {
  const zip = await opened(source);
  try {
    const count = counter(limits);
    for (const entry of await listOf(zip, limits)) {
      const name = nameOf(entry);
      if (!name.endsWith("/")) yield { name, pieces: piecesOf(zip, entry, count) };
    }
  } finally {
    zip.close();
  }
}

/** A .zip whose entries are asked for by name; whoever opens it closes it. */
export async function openZip(source: Uint8Array | string, limits: ZipLimits) {
  const zip = await opened(source);
  try {
    const entries = new Map((await listOf(zip, limits)).map((entry) => [nameOf(entry), entry]));
    return {
      has: (name: string) => entries.has(name),
      /** Bytes that it claims to unpack to, beyond which it is not unpacked; none where it is not there. */
      sizeOf: (name: string) => entries.get(name)?.uncompressedSize ?? 0,
      bytesOf: async (name: string) => {
        const entry = entries.get(name);
        if (!entry) throw new Refusal("brokenFile", { field: "file" });
        return bytesOf(zip, entry, counter(limits));
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Names of all entries, for what is not unpacked. */
export async function namesIn(source: Uint8Array | string, limits: ZipLimits): Promise<string[]> {
  const zip = await opened(source);
  try {
    return (await listOf(zip, limits)).map(nameOf);
  } finally {
    zip.close();
  }
}

async function opened(source: Uint8Array | string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;
  try {
    return await (typeof source === "string"
      ? yauzl.openPromise(source, options)
      : yauzl.fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options));
  } catch (error) {
    throw damaged(error);
  }
}

async function listOf(zip: ZipFile, limits: ZipLimits): Promise<Entry[]> {
  if (zip.entryCount > limits.entries)
    throw new Refusal("zipTooMany", { field: "file", values: { max: limits.entries, count: zip.entryCount } });
  const entries: Entry[] = [];
  let all = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      all += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.each || all > limits.all)
        throw new Refusal("zipTooLarge", { field: "file", values: { max: Math.round(limits.all / 1_048_576) } });
      entries.push(entry);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(error);
  }
  return entries;
}

/** UTF-8 where it is flagged or valid; else as Chinese Windows writes names. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    // Not UTF-8: an older zip of Chinese Windows.
    return new TextDecoder("gb18030").decode(raw);
  }
}

async function bytesOf(zip: ZipFile, entry: Entry, count: () => Count): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const piece of piecesOf(zip, entry, count)) chunks.push(piece);
  return new Uint8Array(Buffer.concat(chunks));
}

async function* piecesOf(zip: ZipFile, entry: Entry, count: () => Count): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new Refusal("encrypted", { field: "file" });
  const counted = count();
  try {
    const stream = await zip.openReadStreamPromise(entry, {});
    for await (const chunk of stream) {
      counted((chunk as Buffer).length);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(error);
  }
}

type Count = (length: number) => void;

/** Counts what really comes out, of each file and of all: what was claimed is only what was claimed. */
function counter({ each, all }: ZipLimits): () => Count {
  let sum = 0;
  return () => {
    let own = 0;
    return (length) => {
      own += length;
      sum += length;
      if (own > each || sum > all)
        throw new Refusal("zipTooLarge", { field: "file", values: { max: Math.round(all / 1_048_576) } });
    };
  };
}

/** Whatever the library found wrong with it means one thing to a person: the file is damaged. */
function damaged(cause: unknown): Refusal {
  const refusal = new Refusal("brokenFile", { field: "file" });
  refusal.cause = cause;
  return refusal;
}
