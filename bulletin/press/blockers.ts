import type { Imprint } from "../desk/imprint";
import type { Lists } from "../post/lists";
import { unfit } from "../text/fields";
import type { Block } from "../text/model";
import { isEmpty, plainOf } from "../text/plain";

/** What stands in the way of sign-off: a sentence (`blockers.KEY`), its values, and where to mend it. */
export type Blocker = {
  key: string;
  values: Record<string, string | number>;
  at: { entryId?: string; place?: "lists" | "imprint" | "queue" };
};

type Section = {
  title: string;
  entries: { id: string; kind: string; headline: string[]; title: string; blocks: Block[] }[];
};

type Checked = { sections: Section[]; lists: Lists; imprint: Imprint; editorNote?: string };

/** Characters of a text that no face has; rare ones occur in people's names. */
export type MissingIn = (text: string) => string[];

/** Everything at once, in the order of the page, so that nothing comes up one by one. */
export function blockersOf(issue: Checked, missingIn: MissingIn = () => []): Blocker[] {
  const entries = issue.sections.flatMap((section) => section.entries);
  const blockers: Blocker[] = [];
  if (!entries.length) blockers.push({ key: "noEntries", values: {}, at: { place: "queue" } });
  for (const [index, entry] of entries.entries()) blockers.push(...ofEntry(entry, index + 1, missingIn));
  if (!issue.lists.some(({ addressees }) => addressees.length))
    blockers.push({ key: "noLists", values: {}, at: { place: "lists" } });
  blockers.push(...withoutFace(missingIn(listsText(issue.lists)), "noFaceLists", { place: "lists" }));
  blockers.push(...withoutFace(missingIn(aroundText(issue)), "noFaceImprint", { place: "imprint" }));
  if (!issue.imprint.editors) blockers.push({ key: "noEditors", values: {}, at: { place: "imprint" } });
  if (!issue.imprint.reviewers) blockers.push({ key: "noReviewers", values: {}, at: { place: "imprint" } });
  return blockers;
}

const listsText = (lists: Lists): string =>
  lists.map(({ label, addressees }) => label + addressees.map((each) => each.label).join("")).join("");
const aroundText = ({ imprint, editorNote = "" }: Checked): string => Object.values(imprint).join("") + editorNote;

function withoutFace(characters: string[], key: string, at: Blocker["at"], values: Blocker["values"] = {}): Blocker[] {
  return characters.length ? [{ key, values: { ...values, characters: characters.join("") }, at }] : [];
}

function ofEntry(entry: Section["entries"][number], number: number, missingIn: MissingIn): Blocker[] {
  const at = { entryId: entry.id };
  const values = { number, title: entry.title };
  const blockers: Blocker[] = [];
  if (entry.kind === "story" && !entry.headline.length) blockers.push({ key: "noHeadline", values, at });
  if (isEmpty(entry.blocks)) blockers.push({ key: "noText", values, at });
  const figures = entry.blocks.filter((block) => block.type === "figure");
  for (const [index, figure] of figures.entries()) {
    if (!figure.caption) blockers.push({ key: "noCaption", values: { ...values, figure: index + 1 }, at });
  }
  blockers.push(...withoutFace(missingIn(plainOf(entry)), "noFace", at, values));
  if (unfit(plainOf(entry)) === "classified") blockers.push({ key: "classified", values, at });
  return blockers;
}
