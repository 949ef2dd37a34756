import type { FaceRole } from "../document";

// Under whichever of its names a file carries a family, here it is found: Windows and the foundries
// have changed them over the years.
const fangSong = [
  "FangSong_GB2312",
  "仿宋_GB2312",
  "FangSong",
  "仿宋",
  "FZFangSong-Z02S",
  "方正仿宋简体",
  "STFangsong",
];
const kaiTi = ["KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "FZKai-Z03S", "方正楷体简体", "STKaiti"];
const xiaoBiaoSong = [
  "FZXiaoBiaoSong-B05S",
  "方正小标宋简体",
  "FZXiaoBiaoSong-B05",
  "方正小标宋_GBK",
  "FZXBSJW--GB1-0",
  "方正小标宋_GB18030",
  "STZhongsong",
];
const times = ["Times New Roman"];

/**
 * The families of each role, in the order in which they are tried: an office's own, then Fandol, then
 * Noto. Nothing in the chain of 西文 or 数字 is there: the role's own half-width forms, which match
 * its weight, stand in the line.
 */
export const chains: Record<FaceRole, readonly string[]> = {
  // FandolSong is too light to be a title; Noto has a Bold and a Black.
  title: [...xiaoBiaoSong, "Noto Serif SC"],
  // Typst knows FandolFang by this name alone; under the plain one it would silently take another.
  fang: [...fangSong, "FandolFang R", "Noto Serif SC"],
  kai: [...kaiTi, "FandolKai", "Noto Serif SC"],
  hei: ["SimHei", "黑体", "FZHei-B01S", "方正黑体简体", "STHeiti", "FandolHei", "Noto Sans SC"],
  song: ["SimSun", "宋体", "FZShuSong-Z01S", "方正书宋简体", "STSong", "FandolSong", "Noto Serif SC"],
  latin: times,
  digits: times,
};

export const faceRoles = Object.keys(chains) as FaceRole[];
