import { PDFDocument } from "@cantoo/pdf-lib";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { reencoded } from "../../intake/images";
import { secretariatId } from "../../people/secretariat";
import type { Content } from "../../press/content";
import { imageIdsOf } from "../../press/pressIssue";
import { broken } from "./broken";
import { hashOfBytes } from "./manifest";
import type { YearFile } from "./read";

/**
 * The photographs of a text, each under the id that the text names it by; decoded first, so that it is one.
 * Refused: an id by which another picture is kept here, which the text would show to others than its own people.
 */
export async function keepImages(tx: Transaction, file: YearFile, content: Content): Promise<void> {
  for (const id of imageIdsOf(content)) await keepImage(tx, file, id);
}

async function keepImage(tx: Transaction, file: YearFile, id: string): Promise<void> {
  const path = `images/${id}.jpg`;
  const there = await tx.image.findUnique({ where: { id }, select: { bytes: true } });
  if (there) {
    if (!file.has(path) || hashOfBytes(there.bytes) !== file.hashOf(path)) throw broken(path);
    return;
  }
  if (!file.has(path)) return;
  const bytes = await file.bytesOf(path);
  const { width, height } = await sizeOf(path, bytes);
  const officeId = await secretariatId(tx, file.manifest.office);
  const of = { officeId, uploadedById: officeId };
  await tx.image.create({
    data: { id, ...of, width, height, type: "image/jpeg", bytes: new Uint8Array(bytes), createdAt: now() },
  });
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

/** The pages of an issue as they were signed. Refused: what are none. */
export async function keepPages(tx: Transaction, file: YearFile, issueId: string, path: string): Promise<void> {
  const bytes = await file.bytesOf(path);
  const pages = await pagesIn(path, bytes);
  await tx.issueFile.create({ data: { issueId, bytes: new Uint8Array(bytes), hash: file.hashOf(path), pages } });
}

async function pagesIn(path: string, bytes: Uint8Array): Promise<number> {
  try {
    return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
  } catch {
    // Whatever the library says of it, these are no pages.
    throw broken(path);
  }
}
