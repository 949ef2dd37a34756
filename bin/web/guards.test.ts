import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import * as layout from "../../app/link/layout.tsx";
import { styleHashes } from "../../lib/guards.ts";
import { serving } from "./testing.ts";

let end = async () => {};
afterEach(() => end());

/** What the browser is told with an answer of this type, and what Next was told. */
async function answered(type: string | undefined, given: Parameters<typeof serving>[0] = {}, path = "/") {
  let told: string | undefined;
  const running = await serving({
    answer: async (request, response) => {
      told = String(request.headers["content-security-policy"]);
      if (type) response.setHeader("content-type", type);
      response.end("x");
    },
    ...given,
  });
  end = running.end;
  const headers = {
    "content-security-policy": "script-src 'nonce-chosen'",
    "content-security-policy-report-only": "x",
  };
  const response = await fetch(running.url + path, { headers });
  return { told, headers: Object.fromEntries(response.headers) };
}

describe("a page", () => {
  it("runs its own scripts by a nonce of this one answer, and nobody else's", async () => {
    const first = await answered("text/html; charset=utf-8");
    await end();
    const second = await answered("text/html; charset=utf-8");
    const policy = String(first.headers["content-security-policy"]);
    expect(policy).toBe(first.told);
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
    expect(scripts).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'$/);
    expect(policy).not.toBe(second.headers["content-security-policy"]);
    expect(policy.replace(/style-src-attr [^;]*/, "")).not.toContain("unsafe");
    for (const each of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'"])
      expect(policy).toContain(each);
  });

  it("is framed by nobody, kept by no cache, and tells no other site its address", async () => {
    const { headers } = await answered("text/html");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    });
    expect(headers["permissions-policy"]).toContain("camera=(), ");
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  it("of a one-time link tells its address to nothing that it loads, and its form still says where it comes from", async () => {
    const { headers } = await answered("text/html", {}, "/link/abc?x=1");
    // `no-referrer` would make the Origin of its form null.
    expect(headers["referrer-policy"]).toBe("strict-origin");
    await end();
    expect((await answered("text/html", {}, "/links")).headers["referrer-policy"]).toBe("same-origin");
    expect(layout.metadata.referrer).toBe("strict-origin");
  });

  it("comes over https alone where that is its address", async () => {
    const { headers } = await answered("text/html", { ownAddress: "https://bianfa.example.cn" });
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  });
});

describe("what is no page", () => {
  it("runs nothing, whatever a browser takes it for", async () => {
    for (const type of ["application/octet-stream", "image/svg+xml", "text/plain", "application/json", undefined]) {
      const { headers } = await answered(type);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; sandbox;/);
      await end();
    }
  });

  it("is shown by a viewer where it is a PDF, without scripts", async () => {
    const { headers } = await answered("application/pdf");
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; object-src 'self'/);
    expect(headers["content-security-policy"]).not.toContain("sandbox");
  });

  it("is guarded as well where the server itself refuses", async () => {
    const running = await serving();
    end = running.end;
    const response = await fetch(running.url, { method: "PUT" });
    expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'; sandbox/);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("styles that components set while a page is shown", () => {
  const read = (file: string) => readFileSync(path.resolve("node_modules", file), "utf8");
  const hashOf = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const between = (text: string, before: RegExp, after: string) => {
    const found = before.exec(text);
    if (!found) throw new Error(`${before} is not in there any more`);
    const from = found.index + found[0].length;
    return text.slice(from, text.indexOf(after, from));
  };

  it("are those of the installed versions, and no others", () => {
    const press = read("react-aria/dist/private/interactions/usePress.mjs");
    const attribute = /PRESSABLE_ATTRIBUTE = '([^']*)'/.exec(press)?.[1] ?? "";
    const scroll = read("react-aria/dist/private/overlays/usePreventScroll.mjs");
    const editor = read("@tiptap/core/dist/index.js");
    expect(styleHashes).toEqual([
      hashOf(
        between(press, /style\.textContent = `/, "`.trim()")
          .replace(/\$\{[^}]*\}/, attribute)
          .trim(),
      ),
      hashOf(between(scroll, /style\.textContent = `/, "`.trim()").trim()),
      hashOf(between(editor, /(?:var|const|let) style\$?\d* = `/, "`")),
    ]);
  });
});
