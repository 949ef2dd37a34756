import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { onDatabase } from "@/bulletin/testing/database";
import { exposition } from "@/lib/metrics";
import { countRequest } from "@/lib/requests";

/** A request to a server that counts, over once its line is. */
async function answered(method: string, address: string, answer: (response: ServerResponse) => void): Promise<void> {
  const server = createServer((request, response) => {
    countRequest(request, response);
    answer(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`;
  await fetch(url, { method, headers: { connection: "close" } }).then(
    (all) => all.text(),
    () => {},
  );
  server.close();
  await once(server, "close");
}

describe("the figures", () => {
  onDatabase();

  it("carry what was counted, and neither an id nor what was looked for", async () => {
    await answered("GET", "/search?q=%E7%A7%98%E5%AF%86", (response) => response.end("found"));
    await answered("POST", "/items/0190aaaa", (response) => response.writeHead(303).end());
    await answered("GET", "/items/0190aaaa", (response) => response.destroy());
    const { text } = await exposition();
    expect(text).toContain('bianfa_http_request_seconds_count{method="GET",place="/search",status="200"} 1');
    expect(text).toContain('bianfa_http_request_seconds_count{method="POST",place="/items",status="303"} 1');
    expect(text).toContain("bianfa_http_requests_broken_total 1");
    expect(text).toMatch(/bianfa_database_bytes \d{6}/);
    // Here nobody has opened a queue: one figure that is missing takes no other with it, and is counted.
    expect((await exposition()).text).toMatch(/bianfa_figures_missing_total\{figure="bianfa_jobs"\} [1-9]/);
    expect(text).not.toMatch(/0190aaaa|%E7/);
  });
});
