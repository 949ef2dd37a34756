import { describe, expect, it } from "vitest";
import { xmlWatch } from "./xml";

/** Seen in pieces of this length, as a zip gives them. */
function seen(xml: string | Uint8Array, length = 7) {
  const bytes = typeof xml === "string" ? new TextEncoder().encode(xml) : xml;
  const watch = xmlWatch();
  for (let at = 0; at < bytes.length; at += length) watch.see(bytes.subarray(at, at + length));
  watch.end();
}

const entity = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>';

describe("an XML part", () => {
  it("passes as documents are, also in UTF-16", () => {
    const plain = `<?xml version="1.0"?><w:p w:a="1"><w:t>春耕</w:t><!-- 注 --><![CDATA[<a>]]></w:p>`;
    expect(() => seen(plain)).not.toThrow();
    expect(() => seen(Buffer.from(`\ufeff${plain}`, "utf16le"), 8)).not.toThrow();
    expect(() => seen(`${"<a>".repeat(200)}${"</a>".repeat(200)}`)).not.toThrow();
    expect(() => seen(`<a>${"<b/>".repeat(5_000)}</a>`, 4_096)).not.toThrow();
  });

  it.each([1, 2, 3, 7, 50])("with a DTD is refused, wherever its pieces of %i end", (length) => {
    expect(() => seen(entity, length)).toThrow(expect.objectContaining({ key: "xmlEntity" }));
    expect(() => seen(`<a><!-- --><!eNtItY b "b"></a>`, length)).toThrow(expect.objectContaining({ key: "xmlEntity" }));
  });

  it("with a DTD in UTF-16 is refused", () => {
    const little = Buffer.from(`\ufeff${entity}`, "utf16le");
    for (const bytes of [little, Buffer.from(little).swap16()])
      expect(() => seen(bytes, 6)).toThrow(expect.objectContaining({ key: "xmlEntity" }));
  });

  it("is refused where it is nested beyond any document, before the rest of it is looked at", () => {
    const watch = xmlWatch();
    const deep = new TextEncoder().encode("<a>".repeat(300));
    expect(() => watch.see(deep)).toThrow(expect.objectContaining({ key: "xmlTooDeep" }));
    const attributes = Array.from({ length: 300 }, (_, at) => `a${at}="1"`).join(" ");
    expect(() => seen(`<a ${attributes}/>`, 4_096)).toThrow(expect.objectContaining({ key: "xmlTooDeep" }));
  });
});
