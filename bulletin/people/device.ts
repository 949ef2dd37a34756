/** What a browser says of itself, in one word each; the first that fits. Words for people stand in the catalogue. */
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, "wechat"],
  [/QIHU|360SE|360EE|360Browser/i, "browser360"],
  [/QQBrowser/, "qq"],
  [/MetaSr|SogouMobile/, "sogou"],
  [/Edg(e|A|iOS)?\//, "edge"],
  [/Firefox|FxiOS/, "firefox"],
  [/OPR\//, "opera"],
  [/Chrome|CriOS|Chromium/, "chrome"],
  [/Safari/, "safari"],
  [/Trident|MSIE/, "explorer"],
];

const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "harmony"],
  [/Android/, "android"],
  [/iPhone/, "iphone"],
  [/iPad/, "ipad"],
  [/Windows/, "windows"],
  [/Macintosh|Mac OS X/, "mac"],
  [/UOS|Uniontech/i, "uos"],
  [/Kylin/i, "kylin"],
  [/Linux|X11/, "linux"],
];

/** Such as "edge windows"; "other other" for a program that says nothing of the kind. */
export function deviceOf(userAgent: string): string {
  const named = (table: [RegExp, string][]) => table.find(([mark]) => mark.test(userAgent))?.[1] ?? "other";
  return `${named(browsers)} ${named(systems)}`;
}
