import { existsSync } from "node:fs";
import type { Block, PressIssue } from "@/typesetting/document";

const browser = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Milliseconds in which a warm headless Chromium prints the same issue from HTML; null without one. */
export async function byChromium(issue: PressIssue): Promise<number | null> {
  if (!existsSync(browser)) return null;
  const { chromium } = await import("@playwright/test");
  const args = ["--no-sandbox", "--disable-background-networking"];
  const opened = await chromium.launch({ executablePath: browser, args });
  const page = await opened.newPage();
  const runs: number[] = [];
  for (let at = 0; at < 4; at++) {
    const begin = performance.now();
    await page.setContent(htmlOf(issue));
    await page.pdf({ format: "A4", margin: { top: "37mm", left: "28mm", right: "26mm", bottom: "35mm" } });
    runs.push(performance.now() - begin);
  }
  await opened.close();
  // The first one warms it.
  return Math.min(...runs.slice(1));
}

function htmlOf({ masthead, sections, images }: PressIssue): string {
  const entries = sections.flatMap(({ title, entries: all }) => [
    `<h2>${title}</h2>`,
    ...all.map(
      ({ headline, blocks }) =>
        `<h3>${headline.join("<br>")}</h3>${blocks.map((each) => blockOf(each, images)).join("")}`,
    ),
  ]);
  return `<style>body{font:16pt/29pt FandolFang,serif;text-align:justify}p{margin:0;text-indent:2em}img{max-width:100%}</style><h1>${masthead.title}</h1>${entries.join("")}`;
}

function blockOf(block: Block, images: PressIssue["images"]): string {
  if (block.type === "paragraph") return `<p>${block.runs.map(({ text }) => text).join("")}</p>`;
  const image = block.type === "figure" && images[block.image];
  return image ? `<img src="data:image/jpeg;base64,${Buffer.from(image.bytes).toString("base64")}">` : "";
}
