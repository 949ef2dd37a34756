type Asked = {
  /** The address that people type (NEXTAUTH_URL), where it is known. */
  ownAddress?: string;
  /** What holds where the request does not say at all where it comes from. */
  withoutAWord?: boolean;
};

/**
 * Whether a request that writes comes from our own pages. A browser says so in one of three ways, of which the
 * first that is there decides: Sec-Fetch-Site (over https and on this machine), Origin (with every POST of
 * today's browsers), Referer (older ones). Without any of them it is refused. `read` gives a header.
 */
export function isFromOwnPage(
  read: (name: string) => string | null,
  { ownAddress, withoutAWord = false }: Asked = {},
): boolean {
  const site = read("sec-fetch-site");
  if (site) return site === "same-origin";
  const from = read("origin") ?? read("referer");
  if (from === null) return withoutAWord;
  if (!URL.canParse(from)) return false;
  const { host } = new URL(from);
  const asked = read("x-forwarded-host") ?? read("host");
  return host !== "" && (host === asked || host === hostOf(ownAddress));
}

function hostOf(address: string | undefined): string | null {
  return address && URL.canParse(address) ? new URL(address).host : null;
}

/** The same for a route handler, which asks for itself as well. */
export function isSameOrigin(request: Request): boolean {
  return isFromOwnPage((name) => request.headers.get(name), { ownAddress: process.env.NEXTAUTH_URL });
}
