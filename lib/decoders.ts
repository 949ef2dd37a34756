import sharp from "sharp";

/** What a photograph may be (bulletin/intake/images.ts). */
const needed = ["Jpeg", "Png", "Webp", "Nsgif", "Tiff"];

/**
 * From here on this process decodes nothing else. libvips brings readers for SVG, HEIF, PDF and a dozen more, each
 * of which is a program that a stranger's bytes would run through. For the whole process, so it is said once,
 * where the process begins.
 */
export function onlyNeededDecoders(): void {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: needed.map((name) => `VipsForeignLoad${name}`) });
}
