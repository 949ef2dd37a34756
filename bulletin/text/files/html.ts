import { Parser } from "htmlparser2";
import type { Block } from "../model";
import { HtmlBuilder } from "./htmlBuilder";

/** Elements within each other; the parser's own list of them costs the square of how many there are. */
const deepest = 2_000;

/**
 * HTML as Word and WPS put it on the clipboard, and as mammoth writes it, as blocks. Only what the text
 * model knows is taken: paragraphs, headings, bold, italic, underline, lists, tables, pictures whose
 * `src` the caller knows. Nothing is run or fetched; what is not known is taken as its text.
 */
export function blocksOfHtml(html: string, imageOf: (src: string) => string | null = () => null): Block[] {
  const builder = new HtmlBuilder(imageOf);
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        builder.open(name, attributes);
      },
      onclosetag: (name) => {
        depth -= 1;
        builder.close(name);
      },
      ontext: (text) => builder.text(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (const piece of piecesOf(html)) {
    // What nests beyond all sense is no document of anybody: of the rest the words are kept.
    if (depth > deepest) builder.text(piece.replace(/<[^<>]*>/g, " "));
    else parser.write(piece);
  }
  parser.end();
  return builder.done();
}

/** A few thousand characters each, up to the end of a tag, so that between them it is seen how deep it goes. */
function* piecesOf(html: string): Generator<string> {
  for (let from = 0; from < html.length; ) {
    const end = html.indexOf(">", from + 8_000);
    const to = end < 0 ? html.length : end + 1;
    yield html.slice(from, to);
    from = to;
  }
}
