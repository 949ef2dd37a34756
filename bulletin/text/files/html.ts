import { Parser } from "htmlparser2";
import { type Block, type Cell, joined, limits, type Run } from "../model";

/**
 * HTML as Word and WPS put it on the clipboard, and as mammoth writes it, as blocks. Only what the text
 * model knows is taken: paragraphs, headings, bold, italic, underline, lists, tables, pictures whose
 * `src` the caller knows. Nothing is run or fetched; what is not known is taken as its text.
 */
export function blocksOfHtml(html: string, imageOf: (src: string) => string | null = () => null): Block[] {
  const builder = new Builder(imageOf);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      onclosetag: (name) => builder.close(name),
      ontext: (text) => builder.text(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return builder.done();
}

type Face = Pick<Run, "bold" | "italic" | "underline">;
const faces: Record<string, keyof Face> = { strong: "bold", b: "bold", em: "italic", i: "italic", u: "underline" };
const silent = new Set(["style", "script", "head", "title", "xml", "template", "noscript"]);
const parting = new Set(["p", "div", "section", "article", "tr", "blockquote", "pre", "center", "hr"]);
const deepest = 200;

/** Gathers blocks while tags open and close; a list or table gathers its own until it closes. */
class Builder {
  private readonly blocks: Block[] = [];
  private runs: Run[] = [];
  private readonly faces: { tag: string; face: Face }[] = [];
  private heading: 0 | 1 | 2 | 3 = 0;
  private list: { ordered: boolean; items: Run[][] } | null = null;
  private rows: Cell[][] | null = null;
  private cell: { header: boolean; colspan: number; rowspan: number } | null = null;
  private hidden = 0;
  private depth = 0;

  constructor(private readonly imageOf: (src: string) => string | null) {}

  open(tag: string, attributes: Record<string, string>): void {
    if (silent.has(tag)) this.hidden += 1;
    if (this.hidden) return;
    // Nested beyond all sense: what is within is still read, as plain text.
    if (this.depth++ > deepest) return;
    const level = /^h([1-6])$/.exec(tag)?.[1];
    if (level) this.startHeading(Number(level));
    else if (tag === "br") this.text("\n", true);
    else if (tag === "img") this.picture(attributes);
    else if (tag === "table") this.startTable();
    else if (tag === "tr") this.rows?.push([]);
    else if (tag === "td" || tag === "th") this.startCell(tag, attributes);
    else if (tag === "ul" || tag === "ol") this.startList(tag === "ol");
    else if (tag === "li" || parting.has(tag)) this.part();
    const face = faceOf(tag, attributes.style ?? "");
    if (face) this.faces.push({ tag, face });
  }

  close(tag: string): void {
    if (silent.has(tag)) this.hidden = Math.max(0, this.hidden - 1);
    if (this.hidden) return;
    this.depth = Math.max(0, this.depth - 1);
    if (tag === "td" || tag === "th") this.endCell();
    else if (tag === "table") this.endTable();
    else if (tag === "ul" || tag === "ol") this.endList();
    else if (tag === "li" || parting.has(tag) || /^h[1-6]$/.test(tag)) this.part();
    if (this.faces.at(-1)?.tag === tag) this.faces.pop();
  }

  /** White space between tags means one blank; a `break` is one that was set. */
  text(text: string, isBreak = false): void {
    if (this.hidden) return;
    const shown = isBreak ? text : text.replace(/[ \t\r\n]+/g, " ");
    if (shown) this.runs.push({ text: shown, ...Object.assign({}, ...this.faces.map(({ face }) => face)) });
  }

  done(): Block[] {
    this.endTable();
    this.endList();
    this.part();
    return this.blocks;
  }

  /** Ends what was being written. Within a cell paragraphs are lines, within a list they are items. */
  private part(): void {
    if (this.cell) {
      if (this.runs.length && this.runs.at(-1)?.text !== "\n") this.runs.push({ text: "\n" });
      return;
    }
    const runs = trimmed(this.runs);
    this.runs = [];
    if (runs.length) {
      if (this.list) this.list.items.push(runs);
      else if (this.heading) this.blocks.push({ type: "heading", level: this.heading, runs: plain(runs) });
      else this.blocks.push({ type: "paragraph", runs });
    }
    this.heading = 0;
  }

  private startHeading(level: number): void {
    this.part();
    if (!this.cell) this.heading = Math.min(3, level) as 1 | 2 | 3;
  }

  private picture({ src = "", alt = "" }: Record<string, string>): void {
    const image = this.imageOf(src);
    if (!image || this.cell) return;
    this.part();
    this.endList();
    this.blocks.push({ type: "figure", image, caption: captionOf(alt), credit: "" });
  }

  private startTable(): void {
    // A table within a table is read as text of its cell.
    if (this.rows) return;
    this.endList();
    this.part();
    this.rows = [];
  }

  private startCell(tag: string, { colspan, rowspan }: Record<string, string>): void {
    if (!this.rows) {
      this.part();
      return;
    }
    if (this.cell) this.endCell();
    const span = (given: string | undefined, max: number) =>
      Math.max(1, Math.min(max, Number.parseInt(given ?? "1", 10) || 1));
    this.cell = { header: tag === "th", colspan: span(colspan, limits.columns), rowspan: span(rowspan, limits.rows) };
  }

  private endCell(): void {
    if (!this.cell || !this.rows) return;
    const { header, colspan, rowspan } = this.cell;
    if (!this.rows.length) this.rows.push([]);
    this.rows.at(-1)?.push({
      runs: trimmed(this.runs),
      ...(header && { header: true }),
      ...(colspan > 1 && { colspan }),
      ...(rowspan > 1 && { rowspan }),
    });
    this.runs = [];
    this.cell = null;
  }

  private endTable(): void {
    if (!this.rows) return;
    this.endCell();
    const rows = this.rows.filter((row) => row.length);
    this.rows = null;
    if (rows.length) this.blocks.push({ type: "table", rows });
  }

  private startList(ordered: boolean): void {
    if (this.cell) return;
    this.part();
    this.list ??= { ordered, items: [] };
  }

  private endList(): void {
    if (!this.list || this.cell) return;
    this.part();
    const { ordered, items } = this.list;
    this.list = null;
    if (items.length) this.blocks.push({ type: "list", ordered, items });
  }
}

function faceOf(tag: string, style: string): Face | null {
  const named = faces[tag];
  if (named) return { [named]: true };
  const bold = /font-weight:\s*(bold|[6-9]00)/i.test(style);
  const italic = /font-style:\s*italic/i.test(style);
  const underline = /text-decoration[^;]*underline/i.test(style);
  if (!bold && !italic && !underline) return null;
  return { ...(bold && { bold }), ...(italic && { italic }), ...(underline && { underline }) };
}

/** Without blanks at either end; the indent of two characters is how it is printed, not what it says. */
function trimmed(runs: Run[]): Run[] {
  const all = joined(runs);
  const first = all[0];
  if (first) first.text = first.text.replace(/^[\s\u3000]+/, "");
  const last = all.at(-1);
  if (last) last.text = last.text.replace(/[\s\u3000]+$/, "");
  return joined(all);
}

function plain(runs: Run[]): Run[] {
  return joined(runs.map(({ text }) => ({ text })));
}

/** Word calls a picture 图片 1 or Picture 1, which says nothing. */
function captionOf(alt: string): string {
  return /^(图片|图像|Picture|Image|图形|IMG)[\s_]*\d*$|[\\/]|\.(jpe?g|png|gif|bmp)$/i.test(alt.trim())
    ? ""
    : alt.trim().slice(0, 120);
}
