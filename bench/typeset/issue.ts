import { photograph } from "@/seeds/city/photographs";
import type { PressIssue } from "@/typesetting/document";
import { weeklyOf } from "@/typesetting/testing/issues";

const scenes = ["bridge", "terraces", "library", "meeting", "forest", "wetland"] as const;

/** A weekly of 12 pages, 25 entries and 6 photographs; each number makes another one. */
export async function twelvePages(): Promise<(number: number) => PressIssue> {
  const photographs = await Promise.all(
    scenes.map(async (scene, at) => ({
      bytes: new Uint8Array(await photograph(scene, at)),
      width: 1600,
      height: 1067,
    })),
  );
  return (number) => weeklyOf(25, photographs, number);
}
