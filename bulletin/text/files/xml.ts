import { Parser } from "htmlparser2";
import { Refusal } from "@/lib/refusal";

/** Several times what the longest bulletin with the deepest tables has. */
const deepest = 256;
const mostElements = 2_000_000;
const mostAttributes = 200;

/**
 * Looks at an XML part while it comes out of its .zip, before anybody builds a tree of it. Refused: a DTD (ECMA-376-2
 * 8.1.4 forbids it; entities are how such a file attacks), and what is nested or multiplied beyond any document.
 */
export function xmlWatch(seen: (name: string, attributes: Record<string, string>) => void = () => {}) {
  let decoder: TextDecoder | undefined;
  let elements = 0;
  let depth = 0;
  let last = "";
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        seen(name, attributes);
        elements += 1;
        depth += 1;
        if (depth > deepest || elements > mostElements || Object.keys(attributes).length > mostAttributes)
          throw new Refusal("xmlTooDeep", { field: "file" });
      },
      onclosetag: () => {
        depth -= 1;
      },
      onprocessinginstruction: (name) => {
        if (/^!(doctype|entity)/i.test(name)) throw new Refusal("xmlEntity", { field: "file" });
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  const write = (text: string) => {
    // A declaration that the parser takes for text is one for another parser all the same.
    if (/<!(DOCTYPE|ENTITY)/i.test(last + text)) throw new Refusal("xmlEntity", { field: "file" });
    last = text.slice(-10);
    parser.write(text);
  };
  return {
    see: (piece: Uint8Array): void => {
      decoder ??= new TextDecoder(piece[0] === 0xff ? "utf-16" : piece[0] === 0xfe ? "utf-16be" : "utf-8");
      write(decoder.decode(piece, { stream: true }));
    },
    end: (): void => {
      write(decoder?.decode() ?? "");
      parser.end();
    },
  };
}
