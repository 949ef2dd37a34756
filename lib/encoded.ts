/**
 * How a body is encoded that comes compressed already. Next takes the header of that name away and compresses again:
 * it goes under another name, and our own server (bin/web/guards.ts) gives it its own back.
 */
export const encodedHeader = "x-bianfa-encoding";

/** The headers of a body that is compressed already. */
export function encoded(encoding: "br" | "gzip", cacheControl: string): Record<string, string> {
  return { [encodedHeader]: encoding, "cache-control": `${cacheControl}, no-transform`, vary: "accept-encoding" };
}

/** The best of what is kept that the asker takes; null without our own server, or where it takes nothing. */
export function takenEncoding(sent: Headers, kept: ("br" | "gzip")[]): "br" | "gzip" | null {
  if (!sent.has("x-bianfa-path")) return null;
  const accepted = sent.get("accept-encoding") ?? "";
  return kept.find((each) => new RegExp(`\\b${each}\\b(?!;q=0(?:\\.0+)?(?:,|$))`).test(accepted)) ?? null;
}
