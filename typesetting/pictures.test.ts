import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { typeset } from "./press";
import { drawingsOf, standalone } from "./svg";
import { drawnFlash, drawnWeekly } from "./testing/drawn";
import { drawnNewspaper } from "./testing/drawnNewspaper";
import { press, root } from "./testing/press";

// Pictures of pages at 50 dpi, looked at once and then held. UPDATE_PAGES=1 draws them anew: look at them again.
const folder = path.join(root, "typesetting/testing/pages");
const drawn = press().faces.used.fang?.origin === "fandol";

async function pictures(issue: Parameters<typeof typeset>[1]): Promise<Buffer[]> {
  const drawings = drawingsOf(typeset(press(), issue).svg());
  return Promise.all(
    drawings.pages.map((page) =>
      sharp(Buffer.from(standalone(drawings, page)), { density: 50 })
        .png({ palette: true, colours: 64 })
        .toBuffer(),
    ),
  );
}

const grey = (png: Buffer) => sharp(png).greyscale().blur(0.7).raw().toBuffer({ resolveWithObject: true });

/** Mean difference of two pictures, and the share of points that differ plainly (of 255). */
async function difference(one: Buffer, other: Buffer): Promise<{ mean: number; share: number }> {
  const [a, b] = await Promise.all([grey(one), grey(other)]);
  expect([a.info.width, a.info.height]).toEqual([b.info.width, b.info.height]);
  let [sum, plain] = [0, 0];
  for (const [at, value] of a.data.entries()) {
    const off = Math.abs(value - (b.data[at] ?? 0));
    sum += off;
    if (off > 48) plain += 1;
  }
  return { mean: sum / a.data.length, share: plain / a.data.length };
}

async function holds(name: string, picture: Buffer | undefined) {
  if (!picture) throw new Error(`there is no such page: ${name}`);
  const file = path.join(folder, `${name}.png`);
  if (process.env.UPDATE_PAGES) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, picture);
  }
  expect(existsSync(file), `${name}.png is not kept: UPDATE_PAGES=1`).toBe(true);
  const { mean, share } = await difference(picture, readFileSync(file));
  expect(mean).toBeLessThan(1);
  expect(share).toBeLessThan(0.005);
}

describe.skipIf(!drawn)("pages, drawn with Fandol (npm run bianfa -- faces)", () => {
  test("of a weekly: the first, the second, the last", async () => {
    const pages = await pictures(await drawnWeekly());
    await holds("weekly-1", pages[0]);
    await holds("weekly-2", pages[1]);
    await holds("weekly-last", pages.at(-1));
    // What is held tells one page from another.
    const { mean, share } = await difference(pages[0] as Buffer, pages[1] as Buffer);
    expect([mean > 5, share > 0.05]).toEqual([true, true]);
  });

  test("of a flash: the first", async () => {
    const issue = drawnFlash();
    const [first] = await pictures(issue);
    await holds("flash-1", first);
    // A single line that moved is noticed.
    const [moved] = await pictures({ ...issue, editorNote: "一行。" });
    expect((await difference(first as Buffer, moved as Buffer)).share).toBeGreaterThan(0.005);
  });

  test("of a newspaper: both", async () => {
    const [first, second] = await pictures(await drawnNewspaper());
    await holds("newspaper-1", first);
    await holds("newspaper-2", second);
  });
});
