import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(process.cwd(), "generated/assets");

type Manifest = { main: string; look: string; all: string[] };

let read: Manifest | undefined;

/** What bin/prepare/assets.ts has made. */
export function assets(): Manifest {
  // While the product is being developed it is made anew beside a server that goes on.
  if (!read || process.env.NODE_ENV === "development")
    read = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as Manifest;
  return read;
}

/** One of them, by its name, plain or as it lies there compressed; undefined where there is none of this name. */
export function asset(name: string, encoding: "br" | "gzip" | null): Uint8Array<ArrayBuffer> | undefined {
  if (!assets().all.includes(name)) return undefined;
  const ending = encoding === "br" ? ".br" : encoding === "gzip" ? ".gz" : "";
  return new Uint8Array(readFileSync(path.join(folder, `${name}${ending}`)));
}
