import type { Lists } from "./lists";

export type { Addressee, Lists } from "./lists";

/** A line as it is printed: 报：市委各常委，市政协主席、副主席。 (GB/T 9704 7.4: commas between, a full stop at the end.) */
export function printedLine({ label, addressees }: Lists[number]): string {
  return `${label}：${printedAddressees(addressees)}`;
}

export function printedAddressees(addressees: Lists[number]["addressees"]): string {
  return `${addressees.map((each) => each.label).join("，")}。`;
}
