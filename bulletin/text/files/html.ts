import { Parser } from "htmlparser2";
import type { Block } from "../model";
import { HtmlBuilder } from "./htmlBuilder";

/**
 * HTML as Word and WPS put it on the clipboard, and as mammoth writes it, as blocks. Only what the text
 * model knows is taken: paragraphs, headings, bold, italic, underline, lists, tables, pictures whose
 * `src` the caller knows. Nothing is run or fetched; what is not known is taken as its text.
 */
export function blocksOfHtml(html: string, imageOf: (src: string) => string | null = () => null): Block[] {
  const builder = new HtmlBuilder(imageOf);
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
