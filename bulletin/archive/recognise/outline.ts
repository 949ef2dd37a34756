import type { Flow } from "./flow";
import { isBullet } from "./leads";
import type { Profile, titleRoles } from "./profile";
import { sectionness } from "./sectionWords";
import { isDecorated, isNumbered, rankOf, type Style } from "./styles";

export type TitleRole = (typeof titleRoles)[number];

/** What the marks of titles mean in a publication: over all its issues in the file, since its manner is its own. */
export type Outline = {
  roles: Map<Style, TitleRole>;
  /** Titles without marks that come again in several issues. */
  recurring: Set<string>;
  /** Faces that sections and headlines share: there the words of a title say what it is. */
  mixed: Set<Style>;
};

type Seen = {
  style: Style;
  title: string;
  width: number;
  at: "first" | "afterTitle" | "afterText";
  before: "title" | "lead" | "text" | "end";
  lighter: boolean;
};

export function outlineOf(issues: Flow[][], profile: Profile): Outline {
  const seen = issues.map(titlesOf);
  const all = seen.flat();
  const recurring = recurringIn(seen);
  const roles = new Map<Style, TitleRole>();
  const isSection = (each: Seen) =>
    Math.max(sectionness(each.title), recurring.has(tight(each.title)) && each.width <= 12 ? 0.9 : 0);
  for (const style of new Set(all.map((each) => each.style)).values())
    if (isDecorated(style)) roles.set(style, decoratedRole(all, style, isSection));
  let hasSections = [...roles.values()].includes("section");
  if (!hasSections && areNumberedSections(seen, isSection)) {
    roles.set("一、", "section");
    hasSections = true;
  }
  const faces = [...new Set(all.map((each) => each.style))].filter((each) => !isDecorated(each) && !isNumbered(each));
  faces.sort((a, b) => rankOf(a) - rankOf(b));
  for (const style of faces) {
    const mine = all.filter((each) => each.style === style);
    if (!hasSections && style !== "plain" && !isMixed(mine, isSection) && isSectionStyle(mine, seen, isSection)) {
      roles.set(style, "section");
      hasSections = true;
    } else if (![...roles].some(([other, role]) => role === "headline" && !isDecorated(other)))
      roles.set(style, "headline");
    else if (style !== "plain") roles.set(style, "heading1");
  }
  for (const [style, role] of Object.entries(profile.styles)) roles.set(style, role);
  const mixed = new Set(
    hasSections
      ? []
      : faces.filter((face) =>
          isMixed(
            all.filter(({ style }) => style === face),
            isSection,
          ),
        ),
  );
  return { roles, recurring, mixed };
}

function tight(title: string): string {
  return title.replace(/\s+/g, "");
}

function titlesOf(flow: Flow[]): Seen[] {
  const nodes = flow.filter(({ role }) => role !== "more");
  return nodes.flatMap(({ line, role }, index): Seen[] => {
    if (role !== "title") return [];
    const [previous, next] = [nodes[index - 1], nodes[index + 1]];
    const lead = next?.role === "text" && leadsBriefs(nodes, index + 1);
    return [
      {
        ...{ style: line.marked.style, title: line.marked.title, width: line.width },
        at: previous === undefined ? "first" : previous.role === "title" ? "afterTitle" : "afterText",
        before: next === undefined ? "end" : next.role === "title" ? "title" : lead ? "lead" : "text",
        lighter:
          next?.role === "title" && !isNumbered(next.line.marked.style) && next.line.marked.style !== line.marked.style,
      },
    ];
  });
}

/** Whether briefs stand below a title: a mark before the first, or a date before two; a story opens with a date too. */
function leadsBriefs(nodes: Flow[], at: number): boolean {
  const [first, second] = [nodes[at], nodes[at + 1]].map((each) => (each?.role === "text" ? each.line.lead : null));
  return (
    first != null && (isBullet(first.kind) || first.kind === "1." || (first.kind === "date" && second?.kind === "date"))
  );
}

/** Titles that several issues of the file have: sections, not headlines. */
function recurringIn(issues: Seen[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const titles of issues)
    for (const title of new Set(titles.map((each) => tight(each.title))))
      counts.set(title, (counts.get(title) ?? 0) + 1);
  return new Set([...counts].filter(([title, count]) => count > 1 && title.length <= 12).map(([title]) => title));
}

type SectionLike = (each: Seen) => number;

/** ※重要会议※, 【栏目】; long ones between which there is text are headlines that are set so. */
function decoratedRole(all: Seen[], style: Style, isSection: SectionLike): TitleRole {
  const mine = all.filter((each) => each.style === style);
  const width = mean(mine.map((each) => each.width));
  if (mean(mine.map(isSection)) >= 0.5) return "section";
  const others = all.some((each) => each.style !== style && isDecorated(each.style) && each.lighter);
  if (
    others &&
    mine.every(({ at }) => at === "afterTitle" || at === "afterText") &&
    mine.some(({ at }) => at === "afterTitle")
  )
    return "headline";
  return width > 16 ? "headline" : "section";
}

/** 一、重要会议 is a section where no headline stands before the first one; within a flash issue it is a heading. */
function areNumberedSections(issues: Seen[][], isSection: SectionLike): boolean {
  const numbered = issues.flatMap((titles) => titles.filter(({ style }) => style === "一、"));
  if (!numbered.length) return false;
  const opening = issues.filter((titles) => titles.some(({ style }) => style === "一、"));
  const first = opening.filter(([title]) => title?.style === "一、").length;
  if (first < opening.length * 0.6) return false;
  const likeness = mean(numbered.map(isSection));
  const holdsTitles = numbered.filter(({ lighter }) => lighter).length / numbered.length;
  const holdsBriefs = numbered.filter(({ before }) => before === "lead").length / numbered.length;
  const isShort = mean(numbered.map(({ width }) => width)) <= 14;
  return likeness >= 0.5 || (isShort && holdsTitles + holdsBriefs >= 0.5) || (first === opening.length && isShort);
}

/** Whether titles of one face are those of sections: short, of the words of sections, with titles or briefs below. */
function isSectionStyle(mine: Seen[], issues: Seen[][], isSection: SectionLike): boolean {
  const width = mean(mine.map((each) => each.width));
  const likeness = mean(mine.map(isSection));
  const holds = mine.filter(({ before, lighter }) => lighter || before === "lead").length / mine.length;
  // The only title of an issue is a headline, whatever it is called.
  const alone = issues.filter(
    (titles) => titles.length === 1 && titles[0]?.style === mine[0]?.style && titles[0]?.before === "text",
  );
  if (alone.length >= mine.length * 0.5) return false;
  if (likeness >= 0.5 && width <= 12) return true;
  return width <= 11 && holds >= 0.6 && (mine.length > 1 || likeness > 0.3);
}

/** Two titles or more that read as sections do, or one with a headline of its own face below it. */
function isMixed(mine: Seen[], isSection: SectionLike): boolean {
  const like = mine.filter((each) => each.width <= 10 && isSection(each) >= 0.8);
  return (
    (like.length < mine.length || mine[0]?.style === "plain") &&
    (like.length > 1 || like.some(({ before }) => before === "title" || before === "lead"))
  );
}

function mean(all: number[]): number {
  return all.length ? all.reduce((sum, each) => sum + each, 0) / all.length : 0;
}
