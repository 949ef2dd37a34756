import { briefness, isAfterColon } from "./briefs";
import { shapeOf } from "./characters";
import { datelineLength } from "./datelines";
import type { Flow } from "./flow";
import { isBullet } from "./leads";
import { type Line, say } from "./lines";
import type { Outline, TitleRole } from "./outline";
import type { Profile } from "./profile";
import { sectionness } from "./sectionWords";
import { isNumbered, rankOf } from "./styles";

/** What has been read so far of the section that a line stands in. */
export type State = {
  hasSections: boolean;
  hasHeadline: boolean;
  hasEntry: boolean;
  headline: string;
  headlineStyle?: string;
  headlineLines: number;
  /** Whether any paragraph of this section is led by a mark or date; whether the current entry is a brief. */
  hasLeads: boolean;
  isBrief: boolean;
  paragraphs: number;
  last: Line | null;
  /** How headlines are numbered, where they are. */
  numbered?: string;
};

/** Says of each line of an issue's text what it is: sections, headlines, headings, briefs, paragraphs. */
export function labelText(flow: Flow[], outline: Outline, profile: Profile): void {
  const nodes = flow.filter(({ role }) => role !== "more");
  for (const { line, role, confidence, why } of flow) if (role === "more") say(line, "continued", confidence, why);
  const state = startOf(nodes, 0, outline, profile);
  for (const [at, node] of nodes.entries()) {
    if (node.role === "title") labelTitle(nodes, at, state, outline, profile);
    else labelParagraph(nodes, at, state, profile);
    state.last = node.line;
  }
}

function startOf(nodes: Flow[], at: number, outline: Outline, profile: Profile): State {
  let end = at;
  let hasLeads = false;
  for (; end < nodes.length; end += 1) {
    const { line, role } = nodes[end] as Flow;
    if (role === "title" && roleOf(line, outline, profile) === "section") break;
    hasLeads ||= role === "text" && leadsBrief(line, profile);
  }
  return {
    hasSections: at > 0 || end < nodes.length,
    hasLeads,
    ...{
      hasHeadline: false,
      hasEntry: false,
      headline: "",
      headlineLines: 0,
      isBrief: false,
      paragraphs: 0,
      last: null,
    },
  };
}

function leadsBrief(line: Line, profile: Profile): boolean {
  const lead = line.lead;
  return lead !== null && profile.leads[lead.kind] !== false;
}

/** A headline says what was done. */
const saysDone =
  /(?:召开|举行|举办|开展|启动|印发|出台|通过|揭牌|开幕|闭幕)$|^[\u4e00-\u9fff]{2,6}(?:县|区|市|局|委|镇|乡|街道|政协|人大)[“：召举开推强打多扎积实出着全]/;

/** What a title is by its marks alone; a plain one by the words of sections, if they come again. */
function roleOf(line: Line, outline: Outline, profile: Profile): TitleRole {
  const known = profile.lines[shapeOf(line.marked.title)];
  if (known === "section") return "section";
  const { style, title } = line.marked;
  const role = outline.roles.get(style);
  // 一、县委政法工作会议召开, beside 三、简讯: a story of its own.
  if (role === "section" && style === "一、" && line.width > 8 && saysDone.test(title.trim())) return "headline";
  if (role && style !== "plain" && !outline.mixed.has(style)) return role;
  if (isNumbered(style)) return style === "一、" ? "heading1" : style === "（一）" ? "heading2" : "heading3";
  const recurs = outline.recurring.has(title.replace(/\s+/g, ""));
  if (outline.mixed.has(style) && line.width <= 10 && sectionness(title) + (recurs ? 0.3 : 0) >= 0.8) return "section";
  return role ?? "headline";
}

function labelTitle(nodes: Flow[], at: number, state: State, outline: Outline, profile: Profile): void {
  const { line, confidence } = nodes[at] as Flow;
  const role = roleOf(line, outline, profile);
  if (role === "section") {
    say(line, "section", line.marked.style === "plain" ? 0.7 : 0.95);
    Object.assign(state, startOf(nodes, at + 1, outline, profile), { hasSections: true });
    return;
  }
  if (role === "paragraph") {
    labelParagraph(nodes, at, state, profile);
    return;
  }
  // A numbered title that opens a section, or comes after stories that begin so, is a headline.
  const { style } = line.marked;
  if ((isNumbered(style) || isBullet(style)) && state.hasSections && !state.hasHeadline && !state.hasEntry)
    state.numbered = style;
  if (role === "headline" || state.numbered === style || (!state.hasEntry && !isNumbered(style))) {
    labelHeadline(nodes, at, state, confidence);
    return;
  }
  say(line, role, confidence);
  state.headlineLines = 0;
  state.hasEntry = true;
}

/** The name of who wrote it, alone below the headline: a common family name and one or two characters. */
const byline =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤][\u4e00-\u9fff]{1,2}$/;

/** A further line of the headline above it, a heading of a story without sections, or a new headline. */
function labelHeadline(nodes: Flow[], at: number, state: State, confidence: number): void {
  const { line } = nodes[at] as Flow;
  const goesOn = state.headlineLines > 0 && state.headlineLines < 3 && state.last?.label?.startsWith("headline");
  if (goesOn && byline.test(line.tight)) {
    say(line, "dateline", 0.6, "byline");
    state.headlineLines = 0;
    return;
  }
  if (goesOn && rankOf(state.last?.marked.style ?? "") <= rankOf(line.marked.style)) {
    say(line, "headlineLine", confidence);
    state.headlineLines += 1;
    state.headline += line.read;
    return;
  }
  if (isHeadingWithin(nodes, at, state)) {
    say(line, "heading1", 0.6, "headingOrHeadline");
    return;
  }
  say(line, "headline", confidence);
  Object.assign(state, {
    hasHeadline: true,
    hasEntry: true,
    headline: line.read,
    headlineStyle: line.marked.style,
    headlineLines: 1,
    isBrief: false,
    paragraphs: 0,
  });
}

/** In an issue of one story, a short line that is not followed by a date is a heading of it. */
function isHeadingWithin(nodes: Flow[], at: number, state: State): boolean {
  const { line } = nodes[at] as Flow;
  const isUnder = state.headlineStyle === "plain" && line.marked.style.startsWith("#");
  if (state.hasSections || !state.hasHeadline || (line.marked.style !== "plain" && !isUnder) || line.width > 14)
    return false;
  // 石门乡：…: another place, another story.
  if (/^[\u4e00-\u9fff]{1,7}(?:县|区|旗|市|镇|乡|局|委|街道)[：:]/.test(line.tight)) return false;
  const next = nodes[at + 1]?.role === "text" ? nodes[at + 1]?.line : undefined;
  return next !== undefined && next.lead?.kind !== "date" && datelineLength(next.text) === 0;
}

function labelParagraph(nodes: Flow[], at: number, state: State, profile: Profile): void {
  const { line } = nodes[at] as Flow;
  const { brief, confidence, why } = briefness(nodes, at, state, profile);
  if (brief) {
    say(line, "brief", confidence, why);
    Object.assign(state, { isBrief: true, hasEntry: true, headlineLines: 0, paragraphs: 1 });
    return;
  }
  const lead = line.lead;
  const isItem = lead !== null && isBullet(lead.kind) && (lead.kind === "-" || isAfterColon(state));
  say(line, isItem ? "listItem" : "paragraph", confidence, why);
  state.hasEntry = true;
  state.headlineLines = 0;
  state.paragraphs += 1;
}
