import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { reencoded } from "../../intake/images";
import { secretariatId } from "../../people/secretariat";
import type { Content } from "../../press/content";
import { imageIdsOf } from "../../press/pressIssue";
import { pagesApart } from "../../text/files/apart";
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

export type SignedPages = { bytes: Uint8Array<ArrayBuffer>; hash: string; pages: number };

/**
 * The pages of an issue as they were signed, counted in a process apart, since a PDF can be forged as well.
 * Refused: what are none.
 */
export async function pagesOf(file: YearFile, path: string): Promise<SignedPages> {
  const bytes = new Uint8Array(await file.bytesOf(path));
  try {
    return { bytes, hash: file.hashOf(path), pages: await pagesApart(bytes) };
  } catch (error) {
    throw error instanceof Refusal ? broken(path) : error;
  }
}
