import { type Line, say } from "./lines";

const opening =
  /^(?:[▲△▼◀►▶↑↓←→◄☝☞]\s*)?[（(]?(?:图[为：:①-⑨一二三四五六七八九十\d]|图片[说：:]|[上下左右]图[为：:,，])/;
const credit = /[（(]?(?:[\u4e00-\u9fff]{2,4}|记者|通讯员|本报)\s*(?:摄|供图|摄影|图\/文|文\/图)[）)]?。?$/;
const pointing = /^[▲△▼◀►↑↓←→◄☝☞]/;
const longest = 70;

/** Whether a line says by its first words that it tells what a picture shows: 图为…, 左图：…, ▲…. */
export function opensCaption(text: string): boolean {
  return text.length <= longest && (opening.test(text) || pointing.test(text));
}

/** Pictures, and the lines below them that say what they show; a caption stays where its picture was lost. */
export function markPictures(lines: Line[]): void {
  let picture: Line | null = null;
  for (const line of lines) {
    if (line.label) continue;
    if (line.kind === "picture") {
      // [image]: where a picture was that nothing is known of.
      say(line, line.text.startsWith("!") ? "figure" : "rule");
      picture = line;
      continue;
    }
    if (line.kind === "table") say(line, "tableRow");
    if (line.kind === "rule") say(line, "rule");
    if (line.kind !== "text") continue;
    if (isCaption(line, picture !== null)) say(line, "caption", picture ? 0.9 : 0.75);
    picture = null;
  }
}

function isCaption({ read, width, marked, blanks, ending, lead }: Line, afterPicture: boolean): boolean {
  if (width > longest || marked.style.startsWith("#")) return false;
  if (opening.test(read) || (pointing.test(read) && width <= 40 && (afterPicture || /[摄图]/.test(read)))) return true;
  if (credit.test(read)) return width <= 45 || afterPicture;
  if (!afterPicture || width > 30 || ending === "colon") return false;
  // Word files have a blank between any two paragraphs: there only a plain line that is no sentence is one.
  return blanks === 0 || (blanks === 1 && ending === "open" && marked.style === "plain" && !lead);
}
