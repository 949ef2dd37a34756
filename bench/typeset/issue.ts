import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { photograph } from "@/seeds/city/photographs";
import type { PressIssue } from "@/typesetting/document";
import { weeklyOf } from "@/typesetting/testing/issues";

const scenes = ["bridge", "terraces", "library", "meeting", "forest", "wetland"] as const;

/** Paints six photographs into a folder: painting takes memory of its own, so it is done apart. */
export async function paintPhotographs(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "bianfa-bench-"));
  for (const [at, scene] of scenes.entries())
    writeFileSync(path.join(folder, `${scene}.jpg`), await photograph(scene, at));
  return folder;
}

/** A weekly of 12 pages, 25 entries and 6 photographs; each number makes another one. */
export function twelvePages(folder: string): (number: number) => PressIssue {
  const photographs = scenes.map((scene) => ({
    bytes: new Uint8Array(readFileSync(path.join(folder, `${scene}.jpg`))),
    width: 1600,
    height: 1067,
  }));
  return (number) => weeklyOf(25, photographs, number);
}
