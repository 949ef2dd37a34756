import sharp from "sharp";
import type { PressImage } from "../document";

/** A photograph as Word can show it; nothing if nobody can read it. */
export type Picture = { type: "jpg" | "png"; bytes: Uint8Array; width: number; height: number };

/** 300 dpi over the width of the type area and a little more. */
const widest = 2000;
/** A photograph of 20,000 by 20,000 pixels is read; one that pretends to be larger is not. */
const limitInputPixels = 500_000_000;

/**
 * JPEG and PNG pass as they are. WebP and GIF, which older Words do not show, anything larger than
 * paper can show, CMYK and what a camera held sideways are written anew.
 */
export async function pictureOf({ bytes }: PressImage): Promise<Picture | undefined> {
  try {
    const source = sharp(bytes, { limitInputPixels, failOn: "none" });
    const { format, width, height, orientation = 1, space, hasAlpha } = await source.metadata();
    if (format !== "jpeg" && format !== "png" && format !== "webp" && format !== "gif") return undefined;
    const passes = (format === "jpeg" || format === "png") && Math.max(width, height) <= widest && orientation === 1;
    if (passes && space !== "cmyk" && (await isWhole(bytes)))
      return { type: format === "jpeg" ? "jpg" : "png", bytes, width, height };
    const fitted = source
      .autoOrient()
      .resize(widest, widest, { fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb");
    const type = hasAlpha || format === "png" ? "png" : "jpg";
    const { data, info } = await (type === "png" ? fitted.png() : fitted.jpeg({ quality: 90 })).toBuffer({
      resolveWithObject: true,
    });
    return { type, bytes: data, width: info.width, height: info.height };
  } catch {
    // sharp knows no kinds of error; whatever it was, the page says that the photograph cannot be read.
    return undefined;
  }
}

/** A file that breaks off is written anew as far as it goes: Word asks to repair what it cannot read. */
async function isWhole(bytes: Uint8Array): Promise<boolean> {
  return sharp(bytes, { limitInputPixels, failOn: "warning" })
    .resize(16)
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

/** One after another: a photograph decoded takes hundreds of megabytes. */
export async function picturesOf(images: Record<string, PressImage>): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const [id, image] of Object.entries(images)) {
    const picture = await pictureOf(image);
    if (picture) pictures.set(id, picture);
  }
  return pictures;
}
