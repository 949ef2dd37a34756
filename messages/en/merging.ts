import type { Sentences } from "../sentences";
import type { merging as zhMerging } from "../zh-CN/merging";

/** Several items in one entry. */
export const merging: Sentences<typeof zhMerging> = {
  merging: {
    title: "Merge “{title}” into an entry",
    into: "Entry",
    entry: "{offices}: {title}",
    fact: "The text and photographs of this item come after those of the entry, for the editor to make one text of. The item itself stays as it is.",
    adoptFirst: "Where none of the items is adopted yet, adopt one of them first and merge the others into it.",
    mergedTo: "Merged into",
    offices: "{count, plural, one {# office} other {# offices}} merged",
    inSection: "{count, plural, one {# entry} other {# entries}}, {merged} merged",
    sources: "Items: {names}",
    takeOut: "Take out the item of {office}",
    left: "The item of {office} was taken out. Its text had been edited and is still in the entry; please cut it.",
    revisions: { merge: "Merged an item of {office}", unmerge: "Took out an item of {office}" },
  },
};
