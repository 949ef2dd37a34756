import { Parser } from "htmlparser2";
import type { Block } from "../model";
import { HtmlBuilder } from "./htmlBuilder";

/**
 * HTML as Word and WPS put it on the clipboard, and as mammoth writes it, as blocks. Only what the text
 * model knows is taken: paragraphs, headings, bold, italic, underline, lists, tables, pictures whose
 * `src` the caller knows. Nothing is run or fetched; what is not known is taken as its text. What nests deeper than
 * any document is closed, and read on from there.
 */
export function blocksOfHtml(html: string, imageOf: (src: string) => string | null = () => null): Block[] {
  const builder = new HtmlBuilder(imageOf);
  let parser = parserFor(builder);
  for (const piece of piecesOf(html)) {
    // The parser's own list of what is open costs the square of how deep it goes.
    if (builder.isTooDeep) {
      parser.end();
      parser = parserFor(builder);
    }
    parser.write(piece);
  }
  parser.end();
  return builder.done();
}

function parserFor(builder: HtmlBuilder): Parser {
  return new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      onclosetag: (name) => builder.close(name),
      ontext: (text) => builder.text(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
}

/** A few thousand characters each, up to the end of a tag, so that between them it is seen how deep it goes. */
function* piecesOf(html: string): Generator<string> {
  for (let from = 0; from < html.length; ) {
    const end = html.indexOf(">", from + 2_000);
    const to = end < 0 ? html.length : end + 1;
    yield html.slice(from, to);
    from = to;
  }
}
