import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";

// In a process of its own: what is blocked stays so, and other tests draw with SVG.
const program = `
  const sharp = (await import("sharp")).default;
  const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: "#a00" } });
  const files = {};
  for (const format of ["jpeg", "png", "webp", "gif", "tiff", "avif"]) files[format] = await picture().toFormat(format).toBuffer();
  files.svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>');
  const readable = async () => {
    const read = [];
    for (const [format, bytes] of Object.entries(files))
      if (await sharp(bytes).raw().toBuffer().then(() => true, () => false)) read.push(format);
    return read;
  };
  const before = await readable();
  (await import(process.argv[1])).onlyNeededDecoders();
  console.log(JSON.stringify({ before, after: await readable() }));
`;

it("five kinds of pictures are decoded, and nothing else that libvips could", () => {
  const decoders = path.resolve("lib/decoders.ts");
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program, decoders], { encoding: "utf8" });
  const { before, after } = JSON.parse(output);
  expect(before).toEqual(["jpeg", "png", "webp", "gif", "tiff", "avif", "svg"]);
  expect(after).toEqual(["jpeg", "png", "webp", "gif", "tiff"]);
});
