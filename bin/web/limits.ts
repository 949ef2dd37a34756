/** What a request may bring: bytes of its body, and seconds until the last of them is there. */
export type BodyLimit = { bytes: number; seconds: number; isUpload: boolean };

const KB = 1024;
const MB = 1024 * KB;

/**
 * By address, the first that fits. What the handlers and actions behind them allow is less or the same; this is
 * what the server reads at all. An address that is not named takes what a form needs.
 */
const addresses: [RegExp, BodyLimit][] = [
  // Photographs, texts and past bulletins of 25 MB, attachments of 20, in their multipart wrapping (lib/handler.ts).
  [
    /^\/(images|attachments|instructions\/files|items\/import|archive\/import\/files)$/,
    { bytes: 30 * MB, seconds: 300, isUpload: true },
  ],
  // Signing in.
  [/^\/api\//, { bytes: 64 * KB, seconds: 20, isUpload: false }],
  // The longest text, as the editor sends it.
  [/^\//, { bytes: 2 * MB, seconds: 60, isUpload: false }],
];

/** Who is not signed in has nothing to send but a form of a few fields. */
const nobody = 64 * KB;

/** What may come at this address, from somebody who is signed in or not. */
export function bodyLimit(path: string, isSignedIn: boolean): BodyLimit {
  const limit = addresses.find(([address]) => address.test(path))?.[1] ?? { bytes: 0, seconds: 1, isUpload: false };
  return isSignedIn ? limit : { ...limit, bytes: Math.min(limit.bytes, nobody) };
}

/** Whether files come to this address. */
export function isForFiles(path: string): boolean {
  return addresses.some(([address, { isUpload }]) => isUpload && address.test(path));
}

/** Whether it matters here who asks: up to this much anybody may send. */
export function isMoreThanNobodyMaySend(length: number): boolean {
  return length > nobody;
}

/** The limits of the server as a whole; a test sets lower ones to reach them. */
export const serverLimits = {
  /** Bytes of the request line and all headers: more than the largest cookies take. */
  headerBytes: 16 * KB,
  headers: 100,
  /** Milliseconds until the headers are there; also for who connects and says nothing. */
  headersTime: 15_000,
  /** Milliseconds without a byte in either direction: a reader that does not read. A live line has a beat every 20 s. */
  stillTime: 180_000,
  /** Longer than nginx keeps a line to us (60 s), so that it is never we who hang up on a request under way. */
  keepAliveTime: 65_000,
  requestsPerLine: 10_000,
  /** Lines open at once; whoever comes then is told so, up to `tooMany` more, and beyond that hung up on. */
  lines: 4_000,
  tooMany: 1_000,
  /** How long one who is too many may take to ask before being told unasked. */
  tooManyTime: 1_000,
  /** Bytes of bodies that are being received by all together: Next keeps them in memory. */
  receiving: 400 * MB,
  /** Files of one person that are received and worked on at once. */
  uploads: 3,
  /** How long the rest of a refused body is read and thrown away, so that the sender comes to hear the answer. */
  lingerTime: 10_000,
};

export type ServerLimits = typeof serverLimits;

/** A size as people read it. */
export function sizeOf(bytes: number): string {
  return bytes >= MB ? `${Math.floor(bytes / MB)} MB` : `${Math.floor(bytes / KB)} KB`;
}
