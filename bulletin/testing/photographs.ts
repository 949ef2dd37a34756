import sharp from "sharp";

type Options = {
  width?: number;
  height?: number;
  format?: "jpeg" | "png" | "webp" | "gif" | "tiff";
  orientation?: number;
};

/** A picture whose left half is red and whose right half is blue: one can tell which way up it is. */
export async function photograph({
  width = 60,
  height = 40,
  format = "jpeg",
  orientation,
}: Options = {}): Promise<Buffer> {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const };
  const left = await sharp({ create: { ...half, background: "#f00" } })
    .png()
    .toBuffer();
  const picture = sharp({ create: { width, height, channels: 3, background: "#00f" } })
    .composite([{ input: left, left: 0, top: 0 }])
    .toFormat(format, { quality: 95 });
  return (
    orientation
      ? picture.withExif({ IFD0: { Make: "相机", Software: "地点 39.9N" } }).withMetadata({ orientation })
      : picture
  ).toBuffer();
}

/** Red, blue or neither, at a place given in parts of width and height. */
export async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<"red" | "blue" | "neither"> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  const [red = 0, , blue = 0] = data.subarray(at, at + 3);
  return red > 200 && blue < 60 ? "red" : blue > 200 && red < 60 ? "blue" : "neither";
}
