/**
 * A write that came from another site, which the server (bin/web/) refuses before any page hears of it: told to whoever
 * keeps the record. Kept on `globalThis`, since Next's bundles, in which the database is, and the server are apart.
 */
type Tell = (path: string, cookies: Record<string, string>) => Promise<void>;

const kept = globalThis as { bianfaElsewhere?: Tell };

export function onElsewhere(tell: Tell): void {
  kept.bianfaElsewhere = tell;
}

/** Nobody waits for the line; one that could not be written is told by `failed`. */
export function tellElsewhere(path: string, cookies: Record<string, string>, failed: (error: unknown) => void): void {
  void kept.bianfaElsewhere?.(path, cookies).catch(failed);
}
