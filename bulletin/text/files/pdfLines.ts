import type { Placed } from "./pdfPictures";

/** A line of a page: its place in points from the lower left corner, the size of its type. */
export type Line = { text: string; x: number; y: number; end: number; size: number };
export type Page = { lines: Line[]; pictures: Placed[] };

type Glyphs = { str: string; transform: number[]; width: number };

/** Pieces on one base line are one line; a wide gap within it is a blank. */
export function linesOf(items: Glyphs[]): Line[] {
  const lines: Line[] = [];
  for (const { str, transform, width } of items) {
    if (!str) continue;
    const [x, y, size] = [transform[4] ?? 0, transform[5] ?? 0, Math.hypot(transform[2] ?? 0, transform[3] ?? 0)];
    const last = lines.at(-1);
    const isSame =
      last && Math.abs(last.y - y) < Math.max(2, Math.min(size, last.size) * 0.4) && x >= last.end - size * 2;
    if (!last || !isSame) lines.push({ text: str.trim() ? str : "", x, y, end: x + width, size });
    else {
      const gap = x - last.end > size * 0.6 && !last.text.endsWith(" ") && !str.startsWith(" ");
      last.text += gap ? ` ${str}` : str;
      last.end = x + width;
    }
  }
  return lines.filter(({ text }) => text.trim());
}

/** All pages as a text with the few marks that recognition reads, a form feed between two. */
export function printed(pages: Page[], ornaments: Set<string>): string {
  const sizes = sizesOf(pages.flatMap(({ lines }) => lines));
  return pages
    .map(({ lines, pictures }) => {
      const own = pictures.filter(({ key }) => !ornaments.has(key));
      return shaped(placed(lines, own), sizes);
    })
    .join("\n\f\n");
}

type Sizes = { text: number; larger: number[] };

/** The size that most characters have, and the larger ones, the largest first. Where no size is that of the text, nothing is said of any. */
function sizesOf(lines: Line[]): Sizes {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { text, size } of lines) {
    counts.set(rounded(size), (counts.get(rounded(size)) ?? 0) + text.length);
    all += text.length;
  }
  const [[text, count] = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  const larger = [...counts.keys()].filter((size) => size > text * 1.12).sort((a, b) => b - a);
  return count > all * 0.5 ? { text, larger } : { text: 0, larger: [] };
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

type Part = { line: Line } | { picture: Placed };

/** The lines with each picture behind the last line that stands above it, and is not beside it in another column. */
function placed(lines: Line[], pictures: Placed[]): Part[] {
  const behind = new Map<number, Placed[]>();
  for (const picture of pictures.toSorted((a, b) => a.x - b.x)) {
    const middle = picture.y + picture.height / 2;
    const isOver = ({ x, end }: Line) => x < picture.x + picture.width && end > picture.x;
    const above = lines.findLastIndex((line) => line.y > middle && isOver(line));
    const below = lines.findIndex((line) => line.y <= middle && isOver(line));
    const at = above >= 0 ? above : below >= 0 ? below - 1 : lines.length - 1;
    behind.set(at, [...(behind.get(at) ?? []), picture]);
  }
  const pictured = (at: number) => (behind.get(at) ?? []).map((picture): Part => ({ picture }));
  return [...pictured(-1), ...lines.flatMap((line, at): Part[] => [{ line }, ...pictured(at)])];
}

/**
 * The shape of the page in characters, as far as it tells what a line is: one indented by about two characters
 * begins with two blanks (GB/T 9704 7.3.3), a blank line stands where the pitch doubles, a title in larger type
 * has the marks of a heading, and a caption follows its picture without a blank line.
 */
function shaped(parts: Part[], sizes: Sizes): string {
  const lines = parts.flatMap((part) => ("line" in part ? [part.line] : []));
  const pitches = lines.flatMap(({ y }, at) => (at ? [(lines[at - 1]?.y ?? y) - y] : [])).filter((pitch) => pitch > 0);
  const usual = pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? 0;
  const left = Math.min(...lines.map(({ x }) => x));
  const out: string[] = [];
  let before: Line | null = null;
  let picture: Placed | null = null;
  let caption: Line | null = null;
  for (const part of parts) {
    if ("picture" in part) {
      out.push(`${picture ? "" : "\n"}![](image:${part.picture.key})`);
      picture = part.picture;
      caption = null;
      continue;
    }
    const { line } = part;
    if (picture && isCaption(line, caption, picture, { left, text: sizes.text })) {
      if (caption) out.push(`${out.pop()}${line.text}`);
      else out.push(line.text);
      caption = line;
    } else {
      const indent = line.size > 0 && line.x - left > line.size * 1.5 && line.x - left < line.size * 2.6 ? "　　" : "";
      // Two blank lines say of what stands below a picture that it is no caption.
      const gap = picture && !caption ? "\n\n" : before && usual && before.y - line.y > usual * 1.7 ? "\n" : "";
      out.push(`${gap}${headingOf(line, sizes) || indent}${line.text}`);
      picture = null;
      caption = null;
    }
    before = line;
  }
  return out.join("\n");
}

/** Close below a picture and within its width: in smaller type, or neither at the edge of the text nor larger. */
function isCaption(line: Line, last: Line | null, picture: Placed, { left, text }: { left: number; text: number }) {
  const { x, end, y, size } = line;
  const over = last?.y ?? picture.y;
  const isClose = over - y > 0 && over - y < size * 2.2;
  const slack = size * 2;
  const isWithin = x > picture.x - slack && end < picture.x + picture.width + slack;
  if (!isClose || !isWithin) return false;
  if (last) return Math.abs(size - last.size) < 0.6 && size < text * 0.97;
  const isCentred = Math.abs((x + end) / 2 - (picture.x + picture.width / 2)) < size * 1.5;
  return size < text * 0.97 || (size < text * 1.12 && isCentred && x - left > size * 2.6);
}

/** `#` by the rank of its size: a line in larger type that is no sentence. */
function headingOf({ text, size }: Line, { larger }: Sizes): string {
  const rank = larger.indexOf(rounded(size));
  if (rank < 0 || [...text].length > 60 || /[。；，、]\s*$/.test(text) || /^[\d\s—－-]+$/.test(text)) return "";
  return `${"#".repeat(Math.min(6, rank + 1))} `;
}
