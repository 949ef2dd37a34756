import type { FaceRole, PageSettings } from "../document";
import { escaped } from "./text";

type WordRole = Exclude<FaceRole, "latin" | "digits">;

/**
 * By the names under which offices have them. 仿宋 and 楷体 come with every Windows since Vista and with
 * WPS; 仿宋_GB2312 and 楷体_GB2312, which they replaced, are often missing, and Word then takes 宋体
 * without a word. 方正小标宋简体 has to be bought and nearly every office has it.
 */
const names: Record<WordRole, string> = {
  title: "方正小标宋简体",
  fang: "仿宋",
  kai: "楷体",
  hei: "黑体",
  song: "宋体",
};

/** What Word and WPS look for where a name is missing (w:altName), before they guess. */
const otherNames: Record<string, string> = {
  方正小标宋简体: "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋",
  仿宋: "FangSong,仿宋_GB2312",
  楷体: "KaiTi,楷体_GB2312",
  黑体: "SimHei",
  宋体: "SimSun",
};

/** The font of a role: the office's own, if it has set one. */
export function fontOf(role: WordRole, settings: PageSettings): string {
  return settings.faces[role]?.trim() || names[role];
}

/**
 * `w:rFonts` of a role. Latin letters and digits are set in the Han font's own half-width forms, as in
 * the PDF, unless the office has named a font for them (often Times New Roman).
 */
export function rFonts(role: WordRole, settings: PageSettings): string {
  const han = escaped(fontOf(role, settings));
  const latin = escaped(settings.faces.digits?.trim() || settings.faces.latin?.trim() || fontOf(role, settings));
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${han}" w:cs="${latin}"/>`;
}

/** word/fontTable.xml. */
export function fontTableXml(settings: PageSettings): string {
  const roles = Object.keys(names) as WordRole[];
  const used = new Set([...roles.map((role) => fontOf(role, settings)), "Times New Roman"]);
  const fonts = [...used].map((name) => {
    const others = otherNames[name];
    return `<w:font w:name="${escaped(name)}">${others ? `<w:altName w:val="${others}"/>` : ""}<w:charset w:val="${others ? 86 : "00"}"/></w:font>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`;
}
