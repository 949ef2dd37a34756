import { pitch, points, rules, sizes, typeArea } from "./measures";
import { boxInset, type ParagraphLook, type RunLook } from "./styleXml";

export type Style = { id: string; name: string; paragraph?: ParagraphLook; run?: RunLook };

/** Characters of 14 and 16 pt, in twips. */
const inset = { four: points(14), three: points(15.75) };

/**
 * What stands in the list of styles in Word, in the order of the page.
 *
 * 栏目 and 标题 are Word's own Heading 1 and 2, the levels 一、（一） 1. its Headings 3 to 5: only these stand
 * in the navigation pane of Word and WPS and in a table of contents under the right level.
 */
export const paragraphStyles: Style[] = [
  { id: "Text", name: "正文段落", paragraph: { firstLineChars: 200 } },
  {
    id: "Heading1",
    name: "heading 1",
    paragraph: { keepNext: true, before: pitch / 2, after: pitch / 2, align: "center", outline: 0 },
    run: { face: "hei", size: 40 },
  },
  {
    id: "Heading2",
    name: "heading 2",
    paragraph: { keepNext: true, line: 32, before: pitch - 16, after: pitch - 16, align: "center", outline: 1 },
    run: { face: "title", size: sizes.title2 },
  },
  {
    id: "Heading3",
    name: "heading 3",
    paragraph: { keepNext: true, firstLineChars: 200, outline: 2 },
    run: { face: "hei" },
  },
  {
    id: "Heading4",
    name: "heading 4",
    paragraph: { keepNext: true, firstLineChars: 200, outline: 3 },
    run: { face: "kai" },
  },
  {
    id: "Heading5",
    name: "heading 5",
    paragraph: { keepNext: true, firstLineChars: 200, outline: 4 },
    run: { face: "fang" },
  },
  { id: "ListParagraph", name: "List Paragraph", paragraph: { firstLineChars: 200 } },
  { id: "Marking", name: "标志", paragraph: { align: "left" }, run: { face: "hei" } },
  {
    id: "Region",
    name: "报头地名",
    paragraph: { line: 34, before: 10, align: "center" },
    run: { face: "title", size: 52, red: true, tracking: 3 },
  },
  { id: "Title", name: "Title", paragraph: { line: 88, align: "center" }, run: { face: "title", red: true } },
  { id: "Number", name: "期号", paragraph: { before: 12, align: "center" } },
  {
    id: "Issuer",
    name: "编印单位",
    paragraph: {
      before: 12,
      after: 13,
      firstLineChars: 100,
      align: "left",
      tabs: [{ kind: "right", at: typeArea - inset.three }],
      below: { size: rules.red, space: 2, red: true },
    },
  },
  {
    id: "ContentsTitle",
    name: "要目标题",
    paragraph: { keepNext: true, line: 21, align: "center", box: true, inset: points(boxInset) },
    run: { face: "hei", size: 27, red: true, tracking: 4.7 },
  },
  {
    id: "Contents",
    name: "要目",
    paragraph: { line: 17.5, align: "left", box: true, inset: points(boxInset) },
    run: { face: "kai", size: sizes.smallFour },
  },
  {
    id: "EditorNote",
    name: "编者按",
    paragraph: { firstLineChars: 200, inset: inset.three * 2 },
    run: { face: "kai" },
  },
  { id: "Photograph", name: "照片", paragraph: { keepNext: true, line: "auto", align: "center" }, run: { size: 2 } },
  {
    id: "Caption",
    name: "caption",
    paragraph: { line: 18, after: pitch * 0.95 - 18, align: "center" },
    run: { face: "kai", size: sizes.smallFour },
  },
  { id: "TableText", name: "表格文字", paragraph: { line: "auto", align: "center" }, run: { size: sizes.smallFour } },
  {
    id: "TableHead",
    name: "表头",
    paragraph: { line: "auto", align: "center" },
    run: { face: "hei", size: sizes.smallFour },
  },
  { id: "Foot", name: "报尾", paragraph: { line: 23, inset: inset.four, align: "left" }, run: { size: sizes.four } },
  { id: "Footer", name: "footer", paragraph: { line: 14 }, run: { face: "song", size: sizes.four } },
  { id: "Kicker", name: "引题", paragraph: { keepNext: true, align: "center" }, run: { face: "kai" } },
  { id: "Deck", name: "副题", paragraph: { keepNext: true, align: "center", after: pitch / 2 }, run: { face: "kai" } },
  {
    id: "Standing",
    name: "报眼",
    paragraph: { align: "center", line: 20 },
    run: { face: "kai", size: sizes.smallFour },
  },
  { id: "Mark", name: "版末署名", paragraph: { before: pitch / 2, align: "right" }, run: { face: "kai" } },
  { id: "Seam", name: "接缝", paragraph: { line: 1 }, run: { size: 2 } },
  { id: "Spacer", name: "间隔", paragraph: { line: 6 }, run: { size: 2 } },
];
