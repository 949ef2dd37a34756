import { printableLine } from "../data/text";
import type { PressIssue } from "../document";
import { numberOf } from "./masthead";
import { escaped } from "./text";

/**
 * word/settings.xml. docx's own has no compression of punctuation and no language. There is no
 * `w:updateFields`: with it Word asks before it opens the file.
 */
export const settingsXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>\
<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>\
<w:drawingGridVerticalSpacing w:val="579"/><w:displayHorizontalDrawingGridEvery w:val="0"/>\
<w:characterSpacingControl w:val="compressPunctuation"/>\
<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>\
<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>\
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>\
<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>\
<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>\
<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;

/** docProps/core.xml, dated with the issue's day: docx would write the present moment. */
export function corePropertiesXml({ masthead }: PressIssue): string {
  const moment = `${/^\d{4}-\d{2}-\d{2}$/.test(masthead.day) ? masthead.day : "2000-01-01"}T00:00:00Z`;
  const title = `${printableLine(masthead.region)}${printableLine(masthead.title)} ${numberOf(masthead)}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(printableLine(masthead.issuer))}</dc:creator>\
<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>\
</cp:coreProperties>`;
}
