import type { Block, Figure, Run } from "../model";
import { captionOf, type Face, faceOf, plain, trimmed } from "./htmlRuns";
import { HtmlTable } from "./htmlTable";

const silent = new Set(["style", "script", "head", "title", "xml", "template", "noscript"]);
const parting = new Set(["p", "div", "section", "article", "tr", "blockquote", "pre", "center", "hr"]);
const deepest = 200;

/** Gathers blocks while tags open and close; a list or table gathers its own until it closes. */
export class HtmlBuilder {
  private readonly blocks: Block[] = [];
  private runs: Run[] = [];
  /** What is open, each with all that those around it are. */
  private readonly faces: { tag: string; face: Face }[] = [];
  private heading: 0 | 1 | 2 | 3 = 0;
  private list: { ordered: boolean; items: Run[][] } | null = null;
  private table: HtmlTable | null = null;
  private hidden = 0;
  private depth = 0;

  constructor(private readonly imageOf: (src: string) => string | null) {}

  open(tag: string, attributes: Record<string, string>): void {
    if (silent.has(tag)) this.hidden += 1;
    if (this.hidden) return;
    this.depth += 1;
    if (this.isTooDeep) return;
    const level = /^h([1-6])$/.exec(tag)?.[1];
    if (level) this.startHeading(Number(level));
    else if (tag === "br") this.text("\n", true);
    else if (tag === "img") this.picture(attributes);
    else if (tag === "table") this.startTable();
    else if (tag === "tr") this.table?.row();
    else if (tag === "td" || tag === "th") this.startCell(tag, attributes);
    else if (tag === "ul" || tag === "ol") this.startList(tag === "ol");
    else if (tag === "li" || parting.has(tag)) this.part();
    const face = faceOf(tag, attributes.style ?? "");
    if (face) this.faces.push({ tag, face: { ...this.faces.at(-1)?.face, ...face } });
  }

  /** Whether it goes deeper than any document: what is within is read as plain text. */
  get isTooDeep(): boolean {
    return this.depth > deepest;
  }

  close(tag: string): void {
    if (silent.has(tag)) {
      // Opened, it went no deeper.
      this.hidden = Math.max(0, this.hidden - 1);
      return;
    }
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
    if (shown) this.runs.push({ text: shown, ...this.faces.at(-1)?.face });
  }

  done(): Block[] {
    this.endTable();
    this.endList();
    this.part();
    return this.blocks;
  }

  /** Ends what was being written. Within a cell paragraphs are lines, within a list they are items. */
  private part(): void {
    if (this.table?.isInCell) {
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
    if (!this.table?.isInCell) this.heading = Math.min(3, level) as 1 | 2 | 3;
  }

  private picture({ src = "", alt = "" }: Record<string, string>): void {
    const image = this.imageOf(src);
    if (!image) return;
    const figure: Figure = { type: "figure", image, caption: captionOf(alt), credit: "" };
    if (this.table) {
      this.table.figures.push(figure);
      return;
    }
    this.part();
    this.endList();
    this.blocks.push(figure);
  }

  private startTable(): void {
    // A table within a table is read as text of its cell.
    if (this.table) return;
    this.endList();
    this.part();
    this.table = new HtmlTable();
  }

  private startCell(tag: string, spans: Record<string, string>): void {
    if (!this.table) {
      this.part();
      return;
    }
    this.endCell();
    this.table.begin(tag === "th", spans);
  }

  private endCell(): void {
    if (this.table?.end(trimmed(this.runs))) this.runs = [];
  }

  private endTable(): void {
    if (!this.table) return;
    this.endCell();
    this.blocks.push(...this.table.blocks());
    this.table = null;
  }

  private startList(ordered: boolean): void {
    if (this.table?.isInCell) return;
    this.part();
    this.list ??= { ordered, items: [] };
  }

  private endList(): void {
    if (!this.list || this.table?.isInCell) return;
    this.part();
    const { ordered, items } = this.list;
    this.list = null;
    if (items.length) this.blocks.push({ type: "list", ordered, items });
  }
}
