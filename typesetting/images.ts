import sharp from "sharp";
import type { PressImage, PressIssue } from "./document";

const longestSide = 3_000;

/**
 * The photographs of an issue as the press can print them: turned into sRGB and scaled down where
 * that is needed (CMYK, TIFF, 20,000 px), left as they are where it is not. One that cannot be read
 * is left out: its place says so on the page, and its caption stands.
 */
export async function printableImages(images: PressIssue["images"]): Promise<PressIssue["images"]> {
  const ready: PressIssue["images"] = {};
  // One after another: unpacked, one of 20,000 px takes hundreds of megabytes.
  for (const [id, image] of Object.entries(images)) {
    const printable = await printableImage(image);
    if (printable) ready[id] = printable;
  }
  return ready;
}

async function printableImage({ bytes }: PressImage): Promise<PressImage | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: false, failOn: "error" });
    const { format, width, height, space, orientation } = await picture.metadata();
    const plain = (format === "jpeg" || format === "png") && (space === "srgb" || space === "b-w");
    if (plain && Math.max(width, height) <= longestSide && (orientation ?? 1) === 1) {
      // Broken in the middle shows only when it is read to the end.
      await sharp(bytes, { failOn: "error" }).stats();
      return { bytes, width, height };
    }
    const { data, info } = await picture
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .toColourspace("srgb")
      .jpeg({ quality: 90 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    // sharp names libraries and offsets; to a reader it means that there is no picture.
    return null;
  }
}
