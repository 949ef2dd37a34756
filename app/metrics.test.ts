import { describe, expect, it } from "vitest";
import { onDatabase } from "@/bulletin/testing/database";
import { counted, exposition } from "@/lib/metrics";

describe("the figures", () => {
  onDatabase();

  it("carry what was counted, and neither an id nor what was looked for", async () => {
    counted("GET", "/search?q=%E7%A7%98%E5%AF%86", 0.02, 200);
    counted("POST", "/items/0190aaaa", 0.3, 303);
    counted("GET", "/items/0190aaaa", 0.3, undefined);
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
