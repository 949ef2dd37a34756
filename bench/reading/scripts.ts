import { get } from "node:http";
import type { Asked } from "./drive";

/** Kilobytes of JavaScript that a browser is sent for a page, as they come over the wire, and of what stands in the page itself. */
export async function scriptKilobytes({ url, headers }: Asked): Promise<number> {
  const html = await (await fetch(url, { headers })).text();
  const named = [...html.matchAll(/<script[^>]* src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/ nomodule/i.test(tag));
  const preloaded = [...html.matchAll(/<link[^>]* rel="preload"[^>]* as="script"[^>]* href="([^"]+)"/g)];
  const addresses = new Set([...named, ...preloaded].map(([, address = ""]) => new URL(address, url).href));
  let bytes = 0;
  for (const address of addresses) bytes += await wireBytes(address, headers);
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
