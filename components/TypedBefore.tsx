"use client";

import { useEffect } from "react";

/**
 * Tells the scripts of a page what was typed, ticked or chosen in it before they were at work: React takes the boxes
 * over as it finds them and hears of it no more, so that the next stroke would wipe it out. Stands behind what it
 * watches. A page that is reloaded or come back to shows what the browser remembers, which may be older than ours.
 */
export function TypedBefore() {
  useEffect(() => {
    const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (visit?.type !== "navigate") return;
    for (const field of document.querySelectorAll("main :is(input, textarea, select)")) tell(field);
  }, []);
  return null;
}

function tell(field: Element): void {
  if (field instanceof HTMLSelectElement) {
    const chosen = [...field.options].some(({ selected, defaultSelected }) => selected && !defaultSelected);
    if (chosen && field.selectedIndex > 0) changed(field, "change");
  } else if (field instanceof HTMLTextAreaElement) {
    if (field.value !== field.defaultValue) typed(field, HTMLTextAreaElement.prototype);
  } else if (!(field instanceof HTMLInputElement)) return;
  else if (field.type === "file") {
    if (field.files?.length) changed(field, "change");
  } else if (field.type === "checkbox" || field.type === "radio") {
    if (field.checked !== field.defaultChecked && (field.checked || field.type === "checkbox")) ticked(field);
  } else if (field.value !== field.defaultValue) typed(field, HTMLInputElement.prototype);
}

/** React reports a value only where it differs from the one that it saw last: it sees the old one, then not the new. */
function typed(field: HTMLInputElement | HTMLTextAreaElement, unseen: object): void {
  const value = field.value;
  field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(unseen, "value")?.set?.call(field, value);
  changed(field, "input");
}

function ticked(field: HTMLInputElement): void {
  field.checked = field.defaultChecked;
  field.click();
}

function changed(field: Element, name: "input" | "change"): void {
  field.dispatchEvent(new Event(name, { bubbles: true }));
}
