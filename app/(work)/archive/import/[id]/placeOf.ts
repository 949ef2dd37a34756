/** Where a piece stands on the page, for links to it. */
export function placeOf(piece: string | undefined): string {
  return `piece-${(piece ?? "").replace(":", "-")}`;
}
