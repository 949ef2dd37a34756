/**
 * A box of the form in which something stands that the browser cannot read: half a date, a number with a word in it. It
 * would be sent as if nothing stood there.
 */
export function unreadBox(form: HTMLFormElement): HTMLInputElement | undefined {
  return [...form.elements].find((each) => each instanceof HTMLInputElement && each.validity.badInput) as
    | HTMLInputElement
    | undefined;
}
