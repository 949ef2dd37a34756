import { isByline } from "./datelines";
import { plain } from "./marks";
import { namesIn } from "./names";
import type { RecognisedEntry } from "./recognised";
import { markedOf } from "./styles";
import type { Unit } from "./units";

/** Puts a headline, a dateline or a jump into the entry; false for what is text. */
export function fillEntry(entry: RecognisedEntry, { label, text, pieces }: Unit): boolean {
  const certainty = Math.min(...pieces.slice(0, 1).map(({ confidence }) => confidence));
  const read = plain(text);
  switch (label) {
    case "headline":
    case "headlineLine":
      entry.title.push(titleOf(text));
      break;
    case "kicker":
      entry.kicker = entry.kicker === null ? read : `${entry.kicker} ${read}`;
      break;
    case "deck":
      entry.deck = entry.deck === null ? read : `${entry.deck} ${read}`;
      break;
    case "dateline":
      entry.dateline = entry.dateline === null ? read : `${entry.dateline} ${read}`;
      entry.reporters.push(...reportersIn(read));
      break;
    case "jump": {
      const jump = read.replace(/^[（(【]|[）)】]$/g, "").trim();
      entry.jump = entry.jump === null ? jump : `${entry.jump} ${jump}`;
      return true;
    }
    case "brief":
    case "opening":
    case "slogan":
      entry.confidence = Math.min(entry.confidence, certainty);
      return false;
    default:
      return false;
  }
  entry.confidence = Math.min(entry.confidence, certainty);
  return true;
}

/** A headline keeps 《…》 and 【…】, which belong to its words; the marks around a title go. */
function titleOf(text: string): string {
  const { style, title } = markedOf(text);
  const isMarked = /^(\S)\1$/u.test(style) && style !== "**";
  return isMarked || /^[◆◇●○■□▲△★☆※►▶➤]$/u.test(style) ? title : plain(text);
}

/** 本报讯（记者 张三 李四 通讯员 王五）: those named. */
export function reportersIn(dateline: string): string[] {
  if (/^[\u4e00-\u9fff]{2,4}$/.test(dateline) && !/[讯电]$/.test(dateline)) return [dateline];
  const inside = isByline(dateline)
    ? dateline.replace(/^[\s*□■◎○]+/, "")
    : (/[（(]([^）)]*)[）)]?/.exec(dateline)?.[1] ?? "");
  const spoken = inside.replace(
    /(本报|本刊|本网|本社|新华社|首席|特约|见习|融媒体?|全媒体|驻[\u4e00-\u9fff]{2,4})*(记者|通讯员|特派员|实习生|作者)[：:]?/g,
    "、",
  );
  return spoken === inside
    ? []
    : namesIn(spoken)
        .map((each) => each.replace(/^[、\s]+/, ""))
        .filter((each) => each && !/^(?:文|图|摄影|摄|文字|图片|整理|综合)$/.test(each));
}
