import { post } from "./acts";
import { refresh } from "./parts";

/** The issue for which it was done: another may take its place. */
let done = "";

/**
 * Posts that the reader has the page before them: opening the address alone records nothing. Where copies are
 * traced, what is before them is one, and gets its number.
 */
export function opened(): void {
  const about = document.querySelector<HTMLElement>("[data-before]")?.dataset;
  if (!about?.issue || done === about.issue) return;
  done = about.issue;
  const { before = "", issue = "", of = "" } = about;
  const acts = before.split(" ");
  if (acts.includes("open")) void tell("open", { id: issue, of });
  if (acts.includes("takeNumber")) void tell("takeNumber", { id: issue, of }).then(refresh);
}

function tell(act: string, about: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ act, ...about })) data.set(name, value);
  return post(location.pathname, data);
}
