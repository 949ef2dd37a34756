import { existsSync } from "node:fs";
import type { Block, PressIssue } from "@/typesetting/document";
import { quantile } from "../print";

const browser = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/**
 * Milliseconds in which a warm headless Chromium prints the same issue from HTML, with the same faces,
 * masthead, foot and page numbers; null without one.
 */
export async function byChromium(issue: PressIssue): Promise<number | null> {
  if (!existsSync(browser)) return null;
  const { chromium } = await import("@playwright/test");
  const args = ["--no-sandbox", "--disable-background-networking"];
  const opened = await chromium.launch({ executablePath: browser, args });
  const page = await opened.newPage();
  const runs: number[] = [];
  for (let at = 0; at < 8; at++) {
    const begin = performance.now();
    await page.setContent(htmlOf(issue));
    await page.pdf({
      format: "A4",
      margin: { top: "37mm", left: "28mm", right: "26mm", bottom: "35mm" },
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: '<p style="font:14pt FandolSong">— <span class="pageNumber"></span> —</p>',
    });
    runs.push(performance.now() - begin);
  }
  await opened.close();
  // The first ones warm it.
  return quantile(runs.slice(3));
}

const style = `body{font:15.8pt/29pt FandolFang,serif;text-align:justify}p{margin:0;text-indent:2em}
img{display:block;width:100%}h1{font:900 64pt "Noto Serif SC";text-align:center;color:#c8161d;margin:0;border-bottom:2.25pt solid}
h2{font:500 20pt/58pt "Noto Sans SC";text-align:center;margin:0}h3{font:700 22pt/32pt "Noto Serif SC";text-align:center;margin:6pt 0}
figcaption{font:12pt/20pt FandolKai;text-align:center}figure{margin:0}footer{font:14pt/23pt FandolFang;border-top:1pt solid}`;

function htmlOf({ masthead, sections, images, lists, imprint }: PressIssue): string {
  const entries = sections.flatMap(({ title, entries: all }) => [
    `<h2>※${title}※</h2>`,
    ...all.map(
      ({ headline, blocks }) =>
        `<h3>${headline.join("<br>")}</h3>${blocks.map((each) => blockOf(each, images)).join("")}`,
    ),
  ]);
  const foot = lists.map(({ label, addressees }) => `<p>${label}：${addressees.join("、")}</p>`).join("");
  return `<style>${style}</style><h1>${masthead.title}</h1><p>${masthead.number} ${masthead.date}</p>${entries.join("")}<footer>${foot}<p>${imprint.editors}</p></footer>`;
}

function blockOf(block: Block, images: PressIssue["images"]): string {
  if (block.type === "paragraph") return `<p>${block.runs.map(({ text }) => text).join("")}</p>`;
  const image = block.type === "figure" && images[block.image];
  if (!image) return "";
  const source = `data:image/jpeg;base64,${Buffer.from(image.bytes).toString("base64")}`;
  return `<figure><img src="${source}"><figcaption>${block.caption}</figcaption></figure>`;
}
