import { crc32, deflateSync } from "node:zlib";
import type { PressImage } from "./document";

/**
 * While an issue is being edited its photographs are not sent through the press: a white picture of
 * the same shape stands in, carries the photograph's name, and is found again in the drawing, where
 * a link takes its place. A page then weighs what its text does.
 */
export function standIn(id: string, { width, height }: { width: number; height: number }): PressImage {
  const scale = Math.min(1, 400 / Math.max(width, height));
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(w, 0);
  head.writeUInt32BE(h, 4);
  // One bit a pixel, grey scale.
  head.set([1, 0, 0, 0, 0], 8);
  // A byte that says how the row is packed, then white.
  const rows = Buffer.alloc((Math.ceil(w / 8) + 1) * h, 0xff);
  for (let row = 0; row < h; row++) rows[row * (Math.ceil(w / 8) + 1)] = 0;
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("tEXt", Buffer.from(`id\0${id}`, "latin1")),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { bytes, width, height };
}

const embedded = /data:image\/png;base64,([A-Za-z0-9+/=]+)/g;

/** A drawing with links where stand-ins were; `link` makes the address of a photograph from its id. */
export function withLinks(body: string, link: (id: string) => string): string {
  return body.replace(embedded, (whole, base64: string) => {
    const id = /tEXtid\0([\x20-\x7e]+?)[^\x20-\x7e]/.exec(
      Buffer.from(base64.slice(0, 400), "base64").toString("latin1"),
    )?.[1];
    return id ? link(id.slice(0, 36)) : whole;
  });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
