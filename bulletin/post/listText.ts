import type { Addressee, Lists } from "./lists";

/** What is known about labels: those of earlier lists, readers by name, offices by short name. */
export type Known = {
  addressees: Addressee[];
  readers: { id: string; name: string }[];
  offices: { id: string; shortName: string }[];
};

/**
 * Lists out of what stands on paper: `报：市委各常委，市政协主席、副主席。` A line begins with its label and
 * a colon; commas part addressees (GB/T 9704 7.4.2), 、 stands within one. A line without a colon goes
 * on with the one before. A label that is known gets the accounts and offices that it had; one that is
 * a reader's name or an office gets that; any other is a paper copy.
 */
export function listsIn(text: string, known: Known): Lists {
  const lists: Lists = [];
  for (const line of text.split("\n")) {
    const [, label = "", rest = ""] = /^\s*([^：:，,]{1,8})[：:](.*)$/.exec(line) ?? ["", "", line];
    const addressees = rest.split(/[，,；;。]/).flatMap((each) => (each.trim() ? addresseeOf(each.trim(), known) : []));
    const last = lists.at(-1);
    if (label) lists.push({ label: label.trim(), addressees });
    else if (last) last.addressees.push(...addressees);
    else if (addressees.length) lists.push({ label: "", addressees });
  }
  return lists;
}

function addresseeOf(label: string, { addressees, readers, offices }: Known): Addressee {
  const before = addressees.find((each) => each.label === label);
  if (before) return { ...before };
  const accountIds = readers.filter(({ name }) => name === label).map(({ id }) => id);
  const officeIds = offices.filter(({ shortName }) => shortName === label).map(({ id }) => id);
  // Two readers of one name: which one is meant only a person can say.
  return { label, accountIds: accountIds.length === 1 ? accountIds : [], officeIds };
}
