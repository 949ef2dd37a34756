type Typed = HTMLInputElement | HTMLTextAreaElement;

/** A box in which somebody was before the scripts, and what it held then. */
export type Early =
  | { field: Typed; value: string; before: string; caret: [number, number] | null }
  | { field: HTMLInputElement; checked: boolean }
  | { field: HTMLSelectElement; index: number }
  | { field: HTMLInputElement; files: true };

/** The boxes of the page that do not hold any more what the server put there. */
export function earlyIn(page: Document): Early[] {
  return [...page.querySelectorAll("main :is(input, textarea, select)")].flatMap((field): Early[] => {
    if (field instanceof HTMLSelectElement) {
      const sent = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
      return field.selectedIndex === Math.max(0, sent) ? [] : [{ field, index: field.selectedIndex }];
    }
    if (field instanceof HTMLInputElement) {
      const { type, checked, files } = field;
      if (type === "file") return files?.length ? [{ field, files: true }] : [];
      // Of radio buttons the one that was chosen says all.
      if (type === "radio") return checked && !field.defaultChecked ? [{ field, checked }] : [];
      if (type === "checkbox") return checked === field.defaultChecked ? [] : [{ field, checked }];
    }
    return isTyped(field) && field.value !== field.defaultValue ? [asTyped(field)] : [];
  });
}

function isTyped(field: Element): field is Typed {
  return field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "hidden");
}

function asTyped(field: Typed): Early {
  const { value, defaultValue: before } = field;
  const { selectionStart: from, selectionEnd: to } = field;
  // A date has none.
  const caret: [number, number] | null = from === null || to === null ? null : [from, to];
  return { field, value, before, caret };
}

/** Makes the scripts hear of it, as if it were done now. */
export function tell(early: Early): void {
  if ("index" in early) {
    early.field.selectedIndex = early.index;
    changed(early.field, "change");
  } else if ("files" in early) changed(early.field, "change");
  else if ("checked" in early) {
    early.field.checked = !early.checked;
    early.field.click();
  } else {
    const { field, value, before, caret } = early;
    // What React put back; a box that still holds what was typed is left as it is: to set it anew would move the
    // caret, and break off what an input method is composing.
    if (field.value === before) {
      put(field, value);
      if (caret && field === document.activeElement) field.setSelectionRange(...caret);
    }
    // React tells of a value that differs from the one that it saw last, and keeps that beside the box.
    (field as { _valueTracker?: { setValue: (value: string) => void } })._valueTracker?.setValue(before);
    changed(field, "input");
  }
}

/** Past React's own setter, which would take the value for one that it has put there itself. */
function put(field: Typed, value: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
}

function changed(field: Element, name: "input" | "change"): void {
  field.dispatchEvent(new Event(name, { bubbles: true }));
}
