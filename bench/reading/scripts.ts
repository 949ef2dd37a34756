import { get } from "node:http";
import type { Asked } from "./drive";

/** Kilobytes of JavaScript that a page can bring to a browser, as they come over the wire: also what comes only when something is written. */
export async function scriptKilobytes({ url, headers }: Asked): Promise<number> {
  const html = await (await fetch(url, { headers })).text();
  const named = [...html.matchAll(/<script[^>]* src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/ nomodule/i.test(tag));
  const preloaded = [...html.matchAll(/<link[^>]* rel="preload"[^>]* as="script"[^>]* href="([^"]+)"/g)];
  const addresses = new Set([...named, ...preloaded].map(([, address = ""]) => new URL(address, url).href));
  let bytes = 0;
  // A set goes on with what is put into it on the way: the modules that a module names, also those that come later.
  for (const address of addresses) {
    bytes += await wireBytes(address, headers);
    const text = await (await fetch(address, { headers })).text();
    for (const [, module = ""] of text.matchAll(/"(\.\/[\w-]+\.js)"/g)) addresses.add(new URL(module, address).href);
  }
  return bytes / 1024;
}

/** Node's own fetch tells no sizes on the wire, so the compressed bytes are counted as they come. */
function wireBytes(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}
