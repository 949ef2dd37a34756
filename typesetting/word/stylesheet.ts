import type { PageSettings } from "../document";
import { rFonts } from "./fonts";
import { closeness, pitch, points, rules, sizes } from "./measures";
import { paragraphStyles, type Style } from "./styles";
import { paragraphProperties, runProperties } from "./styleXml";

/**
 * word/styles.xml. Written here and not through docx, whose styles know neither 避头尾 nor 对齐网格, and
 * which adds a dozen of its own.
 */
export function stylesXml(settings: PageSettings): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:docDefaults><w:rPrDefault><w:rPr>${rFonts("fang", settings)}<w:sz w:val="${sizes.three}"/><w:szCs w:val="${sizes.three}"/>\
<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>\
<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/><w:snapToGrid w:val="0"/><w:spacing w:line="${points(pitch)}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>\
<w:rPr><w:spacing w:val="${closeness}"/></w:rPr></w:style>\
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:qFormat/><w:rPr>${rFonts("kai", settings)}</w:rPr></w:style>\
<w:style w:type="character" w:styleId="EditorNoteLead"><w:name w:val="编者按引语"/><w:qFormat/><w:rPr>${rFonts("hei", settings)}</w:rPr></w:style>\
<w:style w:type="character" w:styleId="Dateline"><w:name w:val="电头"/><w:qFormat/><w:rPr>${rFonts("hei", settings)}<w:b/></w:rPr></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>\
<w:tblPr><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style>\
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>\
${paragraphStyles.map((style) => styleXml(style, settings)).join("")}</w:styles>`;
}

const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="${rules.table}" w:space="0" w:color="auto"/>`)
  .join("");

function styleXml({ id, name, paragraph = {}, run = {} }: Style, settings: PageSettings): string {
  const next = id === "Text" || id === "ListParagraph" ? id : "Text";
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="${next}"/><w:qFormat/>\
<w:pPr>${paragraphProperties(paragraph, settings)}</w:pPr><w:rPr>${runProperties(run, settings)}</w:rPr></w:style>`;
}
