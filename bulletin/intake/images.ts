import sharp from "sharp";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { ask, has, ownImages, visibleImages } from "../policy";

/** Longest side kept, in pixels: 300 dpi over the whole width of the type area is 1,843. */
const longestSide = 2_400;
const maxBytes = 25 * 1024 * 1024;
const maxPixels = 50_000_000;
const readable = ["jpeg", "png", "webp", "gif", "tiff"];

/**
 * Takes a photograph in: decoded, turned upright, scaled, written anew as JPEG without metadata
 * (places and serial numbers go with it). What the bytes are decides, never the name.
 */
export async function takeImage(
  actor: Actor,
  bytes: Uint8Array,
): Promise<{ id: string; width: number; height: number }> {
  ask(has(actor, "contributor", "editor"));
  return keepImage({ officeId: actor.officeId, uploadedById: actor.id }, bytes);
}

/** As `takeImage`, for whoever has asked already; the operator's are uploaded by nobody's account. */
export async function keepImage(of: { officeId: string; uploadedById: string }, bytes: Uint8Array) {
  const { data, info } = await reencoded(bytes);
  const { id } = await db.image.create({
    data: {
      ...of,
      width: info.width,
      height: info.height,
      type: "image/jpeg",
      bytes: new Uint8Array(data),
      createdAt: now(),
    },
  });
  return { id, width: info.width, height: info.height };
}

/** A photograph for whoever may see a text in which it stands. */
export async function imageFor(actor: Actor, id: string): Promise<{ type: string; bytes: Uint8Array }> {
  if (!(await maySee(actor, id))) throw missing();
  const image = await db.image.findUnique({ where: { id } });
  if (!image) throw missing();
  return image;
}

/** Refuses ids of photographs that the person may not put into a text: they would show them the picture. */
export async function ownedImages(tx: Transaction, actor: Actor, ids: string[]): Promise<void> {
  if (!ids.length) return;
  const own = await tx.image.count({ where: { id: { in: ids }, ...ownImages(actor) } });
  if (own < new Set(ids).size) throw new Refusal("unknownImage", { field: "blocks" });
}

/** Removes photographs that stand in no text a week after they were uploaded. */
export async function sweepImages(): Promise<void> {
  const before = new Date(now().getTime() - 7 * 86_400_000);
  await db.$executeRaw`
    DELETE FROM "Image" i WHERE i."createdAt" < ${before}
      AND NOT EXISTS (SELECT 1 FROM "Item" t WHERE t."imageIds" @> ARRAY[i.id])
      AND NOT EXISTS (SELECT 1 FROM "Entry" e WHERE e."imageIds" @> ARRAY[i.id])
      AND NOT EXISTS (SELECT 1 FROM "Submission" s WHERE s."imageIds" @> ARRAY[i.id])
      AND NOT EXISTS (SELECT 1 FROM "ImportedFile" f WHERE f."imageIds" @> ARRAY[i.id])`;
}

async function maySee(actor: Actor, id: string): Promise<boolean> {
  const sight = visibleImages(actor, id);
  const found = await Promise.all([
    db.image.findFirst({ where: sight.own, select: { id: true } }),
    db.item.findFirst({ where: sight.sent, select: { id: true } }),
    db.entry.findFirst({ where: sight.worked, select: { id: true } }),
    db.entry.findFirst({ where: sight.read, select: { id: true } }),
    db.importedFile.findFirst({ where: sight.imported, select: { id: true } }),
  ]);
  return found.some(Boolean);
}

/** Decoded, turned upright, scaled and written anew. Refused: no picture, a damaged one, one that is too large. */
export async function reencoded(bytes: Uint8Array) {
  if (!bytes.length) throw new Refusal("emptyFile", { field: "image" });
  if (bytes.length > maxBytes) throw new Refusal("fileTooLarge", { field: "image", values: { max: 25 } });
  const meta = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!meta?.format || !readable.includes(meta.format)) throw new Refusal("notAnImage", { field: "image" });
  const pixels = meta.width * meta.height;
  if (pixels > maxPixels)
    throw new Refusal("tooManyPixels", {
      field: "image",
      values: { max: maxPixels / 1e6, is: Math.round(pixels / 1e6) },
    });
  try {
    return await sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .toColourspace("srgb")
      .jpeg({ quality: 85, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
  } catch {
    // sharp's own words name libraries and offsets; what it means to a person is that the file is damaged.
    throw new Refusal("brokenImage", { field: "image" });
  }
}
