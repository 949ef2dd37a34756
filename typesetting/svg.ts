/** One page as a drawing: what stands on it, and the glyphs that it refers to. */
export type Drawing = { width: number; height: number; body: string; glyphs: string[] };
/** The pages of a document and the glyphs that they share (id → `<symbol>` or `<clipPath>`). */
export type Drawings = { pages: Drawing[]; glyphs: Map<string, string> };

const page = /^ {4}<path class="typst-shape"[^>]* d="M 0 0v ([\d.]+) h ([\d.]+) /;

/**
 * Parts Typst's one picture of all pages (plainSvg) into its pages. Ids are hashes of what they name,
 * so pages of different documents can share their glyphs. Lengths are points.
 */
export function drawingsOf(svg: string): Drawings {
  const end = svg.indexOf("\n    <defs");
  const pages: Drawing[] = [];
  let lines: string[] | null = null;
  for (const line of svg.slice(0, end).split("\n")) {
    const sheet = page.exec(line);
    if (sheet) pages.push({ height: Number(sheet[1]), width: Number(sheet[2]), body: "", glyphs: [] });
    else if (line.startsWith("    <g")) lines = [];
    else if (line === "    </g>" && lines) close(pages.at(-1), lines.join(""));
    else if (lines) lines.push(lean(line));
  }
  return { pages, glyphs: glyphsIn(svg.slice(end)) };
}

/** A page alone, complete: for a file, or for whoever asks for one page. */
export function standalone({ glyphs }: Drawings, { width, height, body, glyphs: used }: Drawing): string {
  const symbols = used.map((id) => glyphOf({ glyphs }, id)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt"><defs>${symbols}</defs><rect width="100%" height="100%" fill="#fff"/>${body}</svg>`;
}

/** The outline that a page refers to. One that is not there would leave a blank that nobody sees. */
export function glyphOf({ glyphs }: Pick<Drawings, "glyphs">, id: string): string {
  const glyph = glyphs.get(id);
  if (glyph === undefined) throw new Error(`the drawing has no ${id}`);
  return glyph;
}

function close(drawing: Drawing | undefined, body: string): void {
  if (!drawing || drawing.body) return;
  drawing.body = body;
  drawing.glyphs = [...new Set([...body.matchAll(/(?:href="|url\()#([^")]+)/g)].map(([, id]) => id ?? ""))];
}

/** Defaults need not be said a thousand times; `href` alone serves every browser of this decade. */
function lean(line: string): string {
  return line
    .trim()
    .replace("xlink:href", "href")
    .replace(' fill="#000000"', "")
    .replace(' fill-rule="nonzero"', "")
    .replace(' y="0"', "");
}

/** Outlines are most of the picture, and most of them nobody asks for: they are cut out whole, not read. */
function glyphsIn(definitions: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const { 0: begin, 1: name, 2: id = "", index } of definitions.matchAll(/^ {8}<(\w+) id="([^"]+)"/gm)) {
    const closing = `\n        </${name}>`;
    const end = definitions.indexOf(closing, index + begin.length) + closing.length;
    glyphs.set(id, definitions.slice(index + 8, end).replaceAll("xlink:href", "href"));
  }
  return glyphs;
}
