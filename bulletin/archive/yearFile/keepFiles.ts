import { PDFDocument } from "@cantoo/pdf-lib";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import { reencoded } from "../../intake/images";
import { secretariatId } from "../../people/secretariat";
import type { Content } from "../../press/content";
import { imageIdsOf } from "../../press/pressIssue";
import type { YearFile } from "./read";

/** The photographs of a text, each under the id that the text names it by; decoded first, so that it is one. */
export async function keepImages(tx: Transaction, file: YearFile, content: Content): Promise<void> {
  for (const id of imageIdsOf(content)) {
    const path = `images/${id}.jpg`;
    if (!file.has(path) || (await tx.image.findUnique({ where: { id }, select: { id: true } }))) continue;
    const bytes = await file.bytesOf(path);
    const { width, height } = (await reencoded(bytes)).info;
    const officeId = await secretariatId(tx, file.manifest.office);
    const of = { officeId, uploadedById: officeId };
    await tx.image.create({
      data: { id, ...of, width, height, type: "image/jpeg", bytes: new Uint8Array(bytes), createdAt: now() },
    });
  }
}

/** The pages of an issue as they were signed. */
export async function keepPages(tx: Transaction, file: YearFile, issueId: string, path: string): Promise<void> {
  const bytes = await file.bytesOf(path);
  const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
  await tx.issueFile.create({ data: { issueId, bytes: new Uint8Array(bytes), hash: file.hashOf(path), pages } });
}
