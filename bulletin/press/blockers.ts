import type { Imprint } from "../desk/imprint";
import type { Lists } from "../post/lists";
import { unfit } from "../text/fields";
import type { Block } from "../text/model";
import { isEmpty, plainOf } from "../text/plain";

/** What stands in the way of sign-off: a sentence (`blockers.KEY`), its values, and where to mend it. */
export type Blocker = {
  key: string;
  values: Record<string, string | number>;
  at: { entryId?: string; place?: "lists" | "imprint" | "publication" | "queue" };
};

type Entry = {
  id: string;
  kind: string;
  headline: string[];
  title: string;
  blocks: Block[];
  /** In a newspaper, as its column holds it. */
  placing?: unknown;
};

type Checked = {
  sections: { title: string; entries: Entry[] }[];
  lists: Lists;
  imprint: Imprint;
  editorNote?: string;
  /** What the publication prints around them: its name, region and issuer, and the settings of its pages. */
  publication?: unknown;
};

/** Characters of a text that no face has; rare ones occur in people's names. */
export type MissingIn = (text: string) => string[];

/** What a publication prints around the text. */
export function publicationText({
  name,
  region,
  issuer,
  page,
}: Record<"name" | "region" | "issuer", string> & { page?: unknown }) {
  return { name, region, issuer, page };
}

/** Everything at once, in the order of the page, so that nothing comes up one by one. */
export function blockersOf(issue: Checked, missingIn: MissingIn = () => []): Blocker[] {
  const entries = issue.sections.flatMap((section) => section.entries);
  const blockers: Blocker[] = [];
  if (!entries.length) blockers.push({ key: "noEntries", values: {}, at: { place: "queue" } });
  for (const [index, entry] of entries.entries()) blockers.push(...ofEntry(entry, index + 1, missingIn));
  if (!issue.lists.some(({ addressees }) => addressees.length))
    blockers.push({ key: "noLists", values: {}, at: { place: "lists" } });
  const head = textsIn([issue.publication, issue.sections.map(({ title }) => title)]).join("");
  blockers.push(...withoutFace(missingIn(head), "noFaceHead", { place: "publication" }));
  blockers.push(...withoutFace(missingIn(listsText(issue.lists)), "noFaceLists", { place: "lists" }));
  blockers.push(...withoutFace(missingIn(aroundText(issue)), "noFaceImprint", { place: "imprint" }));
  if (!issue.imprint.editors) blockers.push({ key: "noEditors", values: {}, at: { place: "imprint" } });
  if (!issue.imprint.reviewers) blockers.push({ key: "noReviewers", values: {}, at: { place: "imprint" } });
  return blockers;
}

const listsText = (lists: Lists): string =>
  lists.map(({ label, addressees }) => label + addressees.map((each) => each.label).join("")).join("");
const aroundText = ({ imprint, editorNote = "" }: Checked): string => Object.values(imprint).join("") + editorNote;

/** All that an entry prints, also beside its text. */
function printedOf(entry: Entry): string {
  const credits = entry.blocks.flatMap((block) => (block.type === "figure" ? block.credit : []));
  return [plainOf(entry), ...credits, ...textsIn(entry.placing)].join("\n");
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

function withoutFace(characters: string[], key: string, at: Blocker["at"], values: Blocker["values"] = {}): Blocker[] {
  return characters.length ? [{ key, values: { ...values, characters: characters.join("") }, at }] : [];
}

function ofEntry(entry: Entry, number: number, missingIn: MissingIn): Blocker[] {
  const at = { entryId: entry.id };
  const values = { number, title: entry.title };
  const blockers: Blocker[] = [];
  if (entry.kind === "story" && !entry.headline.length) blockers.push({ key: "noHeadline", values, at });
  if (isEmpty(entry.blocks)) blockers.push({ key: "noText", values, at });
  const figures = entry.blocks.filter((block) => block.type === "figure");
  for (const [index, figure] of figures.entries()) {
    if (!figure.caption) blockers.push({ key: "noCaption", values: { ...values, figure: index + 1 }, at });
  }
  blockers.push(...withoutFace(missingIn(printedOf(entry)), "noFace", at, values));
  if (unfit(printedOf(entry)) === "classified") blockers.push({ key: "classified", values, at });
  return blockers;
}
