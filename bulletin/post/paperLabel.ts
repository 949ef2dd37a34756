import type { Addressee } from "./lists";

/** Nobody's account is behind it: it is carried by hand. */
export function isPaper({ accountIds, officeIds, officeKinds = [] }: Addressee): boolean {
  return !accountIds.length && !officeIds.length && !officeKinds.length;
}
