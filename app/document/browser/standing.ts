/** Where the focus stands in a part, to be given to what takes its place: the same element, counted from the part. */
export function whereIn(part: Element): (next: Element) => void {
  const focused = document.activeElement;
  if (!focused || !part.contains(focused)) return () => {};
  const steps: number[] = [];
  for (let at: Element | null = focused; at && at !== part; at = at.parentElement)
    steps.unshift([...(at.parentElement?.children ?? [])].indexOf(at));
  return (next) => {
    let at: Element | undefined = next;
    for (const step of steps) at = at?.children[step];
    if (at instanceof HTMLElement && at.tagName === focused.tagName) at.focus({ preventScroll: true });
  };
}

/** What somebody has opened in a part stays open in what takes its place. */
export function withOpened(part: Element, next: Element): void {
  const after = next.querySelectorAll("details");
  for (const [at, { open }] of part.querySelectorAll("details").entries()) after[at]?.toggleAttribute("open", open);
}
