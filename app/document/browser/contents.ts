import { noteLine } from "./place";

/** Opens the list of stories that stands on this screen, above the text or at its side. False: none stands there. */
export function toContents(): boolean {
  const lists = [...document.querySelectorAll<HTMLDetailsElement>("details[data-contents]")];
  const list = lists.find((each) => each.offsetParent !== null);
  if (!list) return false;
  list.open = true;
  list.scrollIntoView();
  list.querySelector("summary")?.focus({ preventScroll: true });
  noteLine();
  return true;
}

/** The list has been folded out or in: from now on the line that stands where it stands now is kept there again. */
export function onFold(event: Event): void {
  if ((event.target as Element).matches("details[data-contents]")) noteLine();
}
