/** Where a page of the accounts that were found stands. */
export function hrefOf(part: "accounts" | "roles", text: string, page: number): string {
  return `/admin?${new URLSearchParams({ part, ...(text && { text }), page: String(page) })}`;
}
