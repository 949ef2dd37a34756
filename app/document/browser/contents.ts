/** Opens the list of stories that stands on this screen, above the text or at its side. False: none stands there. */
export function toContents(): boolean {
  const lists = [...document.querySelectorAll<HTMLDetailsElement>("details[data-contents]")];
  const list = lists.find((each) => each.offsetParent !== null);
  if (!list) return false;
  list.open = true;
  list.scrollIntoView();
  return true;
}
