/** A browser without scripts: keeps cookies by origin, follows redirects, and fills in the one form of a page. */
export class Walker {
  readonly cookies = new Map<string, Map<string, string>>();
  /** Everything that was asked, in order. */
  readonly way: string[] = [];

  async go(url: string, form?: Record<string, string>): Promise<{ url: string; status: number; text: string }> {
    this.way.push(url);
    const jar = this.jarOf(url);
    const response = await fetch(url, {
      redirect: "manual",
      method: form ? "POST" : "GET",
      body: form ? new URLSearchParams(form) : undefined,
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const at = pair.indexOf("=");
      const expires = attributes.find((each) => /^expires=/i.test(each))?.slice(8);
      const isGone = /max-age=0/i.test(line) || (expires && new Date(expires) < new Date());
      if (isGone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get("location");
    return { url: location ? new URL(location, url).href : url, status: response.status, text: await response.text() };
  }

  /** Follows redirects until a page comes, or an address at which to stop. */
  async follow(url: string, until: (url: string) => boolean = () => false) {
    let found = { url, status: 302, text: "" };
    while (found.status >= 300 && found.status < 400 && !until(found.url)) found = await this.go(found.url);
    return found;
  }

  jarOf(url: string): Map<string, string> {
    const { origin } = new URL(url);
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    return jar;
  }
}

/** Where the form of a page is sent, and what it holds already. */
export function formOf(text: string): { action: string; fields: Record<string, string> } {
  const [, action = ""] = /<form[^>]*action="([^"]+)"/.exec(text) ?? [];
  const fields: Record<string, string> = {};
  for (const [input] of text.matchAll(/<input[^>]*>/g)) {
    const [, name = ""] = /name="([^"]*)"/.exec(input) ?? [];
    if (name) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? "";
  }
  return { action, fields };
}
