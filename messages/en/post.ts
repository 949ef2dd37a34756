import type { Sentences } from "../sentences";
import type { post as zhPost } from "../zh-CN/post";

/** Leaders and offices read. */
export const post: Sentences<typeof zhPost> = {
  reading: {
    title: "Reading",
    unread: "{count} unread",
    nothingNew: "Nothing to read",
    readSoFar: "{count, plural, one {# issue} other {# issues}} read, see below.",
    nothingYet: "Issues distributed to you will appear here.",
    read: "{count, plural, one {# issue} other {# issues}} read",
    ours: "With items from your office",
    noneOurs: "No issue with an item from your office yet",
    noneOursFact: "Once an item is published, the whole issue can be read here.",
    more: "{count, plural, one {# entry} other {# entries}} in all",
  },
  read: {
    back: "Reading",
    contents: "Contents",
    count: "{count, plural, one {# entry} other {# entries}}",
    others: "Other issues",
    previous: "Previous issue",
    next: "Next issue",
    acknowledge: "Acknowledge",
    acknowledged: "Acknowledged {at}",
    sizes: { name: "Text size", small: "Small", middle: "Medium", large: "Large" },
  },
};
