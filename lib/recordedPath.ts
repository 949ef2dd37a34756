/**
 * An address as the record of what was refused keeps it: without what follows the question mark, and without the
 * secret of a one-time link, however it is spelt. One that was mistyped is nearly the secret itself.
 */
export function recordedPath(path: string): string {
  const [asked = ""] = path.split("?", 1);
  return /^[/\\]*link[/\\]/i.test(plainly(asked)) ? "/link/…" : asked.slice(0, 200);
}

/** As a router would read it: without dots between the slashes, and without percent signs. */
function plainly(path: string): string {
  const plain = URL.canParse(path, "http://server") ? new URL(path, "http://server").pathname : path;
  return plain.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
