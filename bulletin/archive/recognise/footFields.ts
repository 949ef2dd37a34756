import { fullDayIn } from "./days";
import type { Label } from "./labels";
import { addresseesIn, copiesIn, labelled, namesIn } from "./names";
import type { RecognisedIssue } from "./recognised";

/** Puts what a piece of the foot says into its field. False where it says nothing that can be read. */
export function fillFoot(issue: RecognisedIssue, label: Label, text: string): boolean {
  const { imprint, distribution } = issue;
  const { label: word, value } = labelled(text);
  switch (label) {
    case "list": {
      const last = distribution.at(-1);
      if (word || !last) distribution.push({ label: word, addressees: addresseesIn(value) });
      else for (const each of addresseesIn(value)) last.addressees.push(each);
      return true;
    }
    case "editors":
    case "reviewers": {
      const names = namesIn(value);
      for (const each of names) imprint[label].push(each);
      return names.length > 0;
    }
    case "signer":
    case "phone":
    case "email":
      if (imprint[label] !== null || !value) return imprint[label] === value;
      imprint[label] = label === "signer" ? namesIn(value).join("、") : value;
      return true;
    case "copies": {
      const copies = copiesIn(text);
      if (imprint.copies !== null || copies === null) return imprint.copies === copies && copies !== null;
      imprint.copies = copies;
      return true;
    }
    case "printed":
      if (imprint.printed !== null) return false;
      imprint.printed = text.trim();
      return true;
    default:
      return false;
  }
}

/** Where the masthead names neither day nor office, the line of the printing does: …办公室 2020年5月11日印发. */
export function completeFromPrinted(issue: RecognisedIssue): void {
  const { printed } = issue.imprint;
  const found = printed && fullDayIn(printed);
  if (!printed || !found) return;
  issue.date ??= found.day;
  issue.year ??= Number(found.day.slice(0, 4));
  issue.issuer ??= printed.slice(0, found.from).replace(/\s+/g, "") || null;
}
