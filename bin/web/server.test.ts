import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sayAbsent, sayBegun } from "../../lib/answers.ts";
import { web as en } from "../../messages/en/web.ts";
import { web as zh } from "../../messages/zh-CN/web.ts";
import type { Serving } from "./server.ts";
import { head, line, own, said, serving } from "./testing.ts";
import { servingApart } from "./testingApart.ts";

let end = async () => {};
afterEach(() => end());

async function started(given: Parameters<typeof serving>[0] = {}) {
  const running = await serving(given);
  end = running.end;
  return running;
}

async function startedApart(limits: Parameters<typeof servingApart>[0]) {
  const running = await servingApart(limits);
  end = running.end;
  return running;
}

const KB = 1024;
const MB = 1024 * 1024;
const statusOf = (heard: string) => Number(heard.split(" ")[1]);

const next = ["POST /items/1", own, "content-length: 1"] as const;

describe("a body", () => {
  it("that claims to be too large is refused before it is read, and the sender hears why", async () => {
    const { port } = await started();
    const heard = await said(port, head("POST /items/1", own, `content-length: ${1024 * MB}`));
    expect(statusOf(heard)).toBe(413);
    expect(heard).toContain(zh.web.tooLarge.replace("{max}", "2 MB"));
    expect(heard.toLowerCase()).toContain("connection: close");
  });

  it("that does not say how large it is is counted while it comes; who reads it never has a part for the whole", async () => {
    const read: string[] = [];
    const { port } = await started({
      answer: async (request, response) => {
        try {
          for await (const _ of request);
          read.push("whole");
        } catch {
          read.push("broken");
        }
        // A page that knows nothing of it goes on and says its own.
        response.statusCode = 200;
        response.setHeader("content-type", "text/html");
        response.end("done");
      },
    });
    const { socket, heard } = line(port);
    socket.write(head("POST /items/1", own, "transfer-encoding: chunked"));
    const chunk = Buffer.alloc(256 * 1024, "a");
    for (let sent = 0; sent < 3 * MB; sent += chunk.length)
      socket.write(Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n")]));
    socket.write("0\r\n\r\n");
    const answer = await heard;
    expect(statusOf(answer)).toBe(413);
    expect(answer).toContain("2 MB");
    expect(answer).not.toContain("done");
    expect(read).toEqual(["broken"]);
  });

  it("of a gigabyte costs no memory, though the sender does not stop to listen", async () => {
    const { port, most } = await startedApart({ lingerTime: 120_000 });
    const { socket, heard } = line(port);
    const before = await most();
    socket.write(head("POST /items/1", own, `content-length: ${1024 * MB}`));
    const chunk = Buffer.alloc(MB);
    for (let sent = 0; sent < 1024; sent += 1)
      await new Promise<void>((resolve, reject) => socket.write(chunk, (error) => (error ? reject(error) : resolve())));
    expect(statusOf(await heard)).toBe(413);
    // What passes lies about until it is swept up, more of it or less; of what was sent it is a small part.
    expect(((await most()) - before) / MB).toBeLessThan(256);
  });

  it("up to the limit of its address arrives whole", async () => {
    const { url } = await started();
    const headers = { "sec-fetch-site": "same-origin" };
    const ask = async (path: string, length: number) =>
      (await fetch(url + path, { method: "POST", headers, body: new Uint8Array(length) })).text();
    expect(await ask("/items/1", 2 * MB)).toBe(`POST ${2 * MB}`);
    expect(await ask("/images", 29 * MB)).toBe(`POST ${29 * MB}`);
    expect(await ask("/archive/import/files", 29 * MB)).toBe(`POST ${29 * MB}`);
  });

  it("of a file that is too large is refused as the object that the uploading script reads", async () => {
    const { url } = await started();
    const response = await fetch(`${url}/images`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", cookie: "bianfa-language=en" },
      body: new Uint8Array(31 * MB),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ sentence: en.web.tooLarge.replace("{max}", "30 MB") });
  });

  it("from nobody may be a form of a few fields, whatever the address", async () => {
    const { url } = await started({ senderOf: async () => null });
    const ask = (path: string, length: number) =>
      fetch(url + path, {
        method: "POST",
        headers: { "sec-fetch-site": "same-origin" },
        body: new Uint8Array(length),
      });
    expect(await (await ask("/sign-in", 60 * 1024)).text()).toBe(`POST ${60 * 1024}`);
    expect((await ask("/images", 65 * 1024)).status).toBe(413);
  });

  it("that comes with reading is not taken", async () => {
    const { port } = await started();
    const heard = await said(port, `${head("GET /items", "content-length: 5", "connection: close")}hello`);
    expect([statusOf(heard), heard.includes(zh.web.noBody)]).toEqual([413, true]);
  });

  it("that is compressed is refused, however small", async () => {
    const { url } = await started();
    for (const coding of ["gzip", "br", "deflate, gzip"]) {
      const response = await fetch(`${url}/items/1`, {
        method: "POST",
        headers: { "sec-fetch-site": "same-origin", "content-encoding": coding },
        body: gzipSync(Buffer.alloc(MB)),
      });
      expect([response.status, await response.text()]).toEqual([415, `${zh.web.compressed}\n`]);
    }
  });

  it("is refused where all together send more than there is room for, and taken again afterwards", async () => {
    const { url } = await started({ limits: { receiving: 3 * MB } });
    const ask = (length: number) =>
      fetch(`${url}/images`, {
        method: "POST",
        headers: { "sec-fetch-site": "same-origin" },
        body: new Uint8Array(length),
      });
    const refused = await ask(4 * MB);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await refused.json()).toEqual({ sentence: zh.web.receiving });
    // The room is given back with the line, a moment after its sender has heard why.
    for (const _ of ["first", "second"])
      await vi.waitFor(async () => expect(await (await ask(2 * MB)).text()).toBe(`POST ${2 * MB}`), 20_000);
  });

  it("that is answered before all of it has come is counted no longer, and its line is free for the next", async () => {
    const { port } = await started({
      limits: { receiving: 1_000 * KB },
      // As a page that sees nonsense at the beginning.
      answer: async (request, response) => {
        await new Promise<void>((resolve) => request.once("data", () => resolve()));
        request.pause();
        response.writeHead(422, { "content-length": 5 }).end("early");
      },
    });
    for (let turn = 0; turn < 30; turn++) {
      const { socket, heard } = line(port);
      let answers = 0;
      socket.on("data", (text: string) => {
        for (const _ of text.matchAll(/early/g)) {
          answers += 1;
          if (answers === 2) socket.end();
          else
            socket.write(Buffer.concat([Buffer.alloc(50 * KB - 1, "a"), Buffer.from(head(...next)), Buffer.from("b")]));
        }
      });
      socket.write(`${head("POST /items/1", own, `content-length: ${50 * KB}`)}a`);
      expect((await heard).match(/HTTP\/1.1 \d+/g)).toEqual(["HTTP/1.1 422", "HTTP/1.1 422"]);
    }
  });

  it("is counted from its first piece: after many the room for all together is what it was", async () => {
    const { port } = await started({ limits: { receiving: 1_000 * KB } });
    const send = (size: number) =>
      said(port, `${head("POST /items/1", own, "connection: close", `content-length: ${size}`)}${"a".repeat(size)}`);
    for (let turn = 0; turn < 20; turn++) expect(await send(200 * KB)).toContain(`POST ${200 * KB}`);
    expect(await send(1_500 * KB)).toContain("HTTP/1.1 503");
    await vi.waitFor(async () => expect(await send(900 * KB)).toContain(`POST ${900 * KB}`), 20_000);
  });

  it.each([
    ["large", 100 * KB],
    ["small, which may be as much work", 2 * KB],
  ])("waits where its sender has three files under way, and nobody else's does: %s", async (_, size) => {
    const begun: string[] = [];
    const held: (() => void)[] = [];
    const { url } = await started({
      senderOf: async ({ headers }) => String(headers["x-person"]),
      answer: async (request, response) => {
        begun.push(`${request.headers["x-person"]}`);
        await new Promise<void>((resolve) => held.push(resolve));
        for await (const _piece of request);
        response.end("taken");
      },
    });
    const send = (person: string) =>
      fetch(`${url}/images`, {
        method: "POST",
        headers: { "sec-fetch-site": "same-origin", "x-person": person },
        body: new Uint8Array(size),
      }).then((response) => response.text());
    const first = ["1", "2", "3"].map(() => send("one"));
    await vi.waitFor(() => expect(begun).toEqual(["one", "one", "one"]), 20_000);
    const fourth = send("one");
    const other = send("another");
    await vi.waitFor(() => expect(begun).toEqual(["one", "one", "one", "another"]), 20_000);
    held.shift()?.();
    await vi.waitFor(() => expect(begun).toHaveLength(5), 20_000);
    for (const go of held) go();
    expect(await Promise.all([...first, fourth, other])).toEqual(Array(5).fill("taken"));
  });

  it("of a form that anybody may send is taken while there is no room for files", async () => {
    const { port, url } = await started({ limits: { receiving: 200 * KB } });
    const { socket } = line(port);
    socket.write(`${head("POST /images", own, `content-length: ${MB}`)}${"a".repeat(190 * KB)}`);
    const ask = async (length: number) =>
      (
        await fetch(`${url}/sign-in`, {
          method: "POST",
          headers: { "sec-fetch-site": "same-origin" },
          body: new Uint8Array(length),
        })
      ).status;
    await vi.waitFor(async () => expect(await ask(70 * KB)).toBe(503), 20_000);
    expect(await ask(60 * KB)).toBe(200);
    socket.destroy();
  });

  it("is not sent at all where the sender asks first (Expect: 100-continue)", async () => {
    const { port } = await started();
    const refused = await said(
      port,
      head("POST /items/1", own, "expect: 100-continue", `content-length: ${10 * MB}`, "connection: close"),
    );
    expect([statusOf(refused), refused.includes("100 Continue")]).toEqual([413, false]);
    const { socket, heard } = line(port);
    socket.write(head("POST /items/1", own, "expect: 100-continue", "content-length: 5", "connection: close"));
    socket.once("data", () => socket.write("hello"));
    expect(await heard).toMatch(/100 Continue[\s\S]*POST 5/);
  });
});

describe("a head", () => {
  it("with too many lines, or too large, is refused with a sentence", async () => {
    const { port } = await started();
    const many = Array.from({ length: 101 }, (_, at) => `x-${at}: 1`);
    const large = await said(port, head("GET /", `cookie: ${"a".repeat(20_000)}`));
    // As an address with ten thousand characters: most of it is still on its way when it is refused.
    const address = await said(port, head(`GET /search?q=${"%E6%B2%B3".repeat(10_000)}`));
    // Browsers ask again on the line that they have.
    const kept = line(port);
    kept.socket.write(head("GET /"));
    kept.socket.once("data", () => kept.socket.write(head("GET /", `cookie: ${"a".repeat(20_000)}`)));
    const second = (await kept.heard).replace(/^[\s\S]*?(?=HTTP\/1.1 431)/, "");
    for (const heard of [await said(port, head("GET /", ...many)), large, address, second]) {
      expect(statusOf(heard)).toBe(431);
      expect(heard).toContain(zh.web.headers);
    }
    const enough = Array.from({ length: 90 }, (_, at) => `x-${at}: 1`);
    expect(statusOf(await said(port, head("GET /", ...enough, "connection: close")))).toBe(200);
  });

  it("that is no HTTP, or has two lengths, or an address that another host could be read from, is refused", async () => {
    const { port } = await started();
    const wrong = [
      "nonsense\r\n\r\n",
      head("POST /", own, "content-length: 5", "content-length: 6"),
      head("GET /", "host: elsewhere.example"),
      head("GET /desk", "rsc: 1", "next-router-state-tree: %5B"),
      head("GET /desk", "rsc: 1", "next-router-prefetch: 2"),
      head("GET /desk", "rsc: 1", "next-router-state-tree: %5B%22%22%5D"),
      head("GET /desk", "rsc: 1", "next-router-state-tree: %5B1%2C%7B%7D%5D"),
      head("GET /desk", "rsc: 1", "next-router-state-tree: %5B%22%22%2C%7B%22children%22%3Anull%7D%5D"),
      head("POST /", own, "content-length: 5", "transfer-encoding: chunked"),
      head("GET //elsewhere.example/", "connection: close"),
      head("GET http://elsewhere.example/", "connection: close"),
      "GET / HTTP/1.1\r\n\r\n",
    ];
    for (const text of wrong) expect([text, statusOf(await said(port, text))]).toEqual([text, 400]);
  });

  it("whose address is spelt so that no page could read it is refused with a sentence; what stands behind ? is not asked", async () => {
    const { port } = await started();
    for (const address of ["/reading/%E0%A4%A", "/link/%E0%A4%A", "/link/%", "/%ff"]) {
      const heard = await said(port, head(`GET ${address}`, "connection: close"));
      expect([address, statusOf(heard), heard.includes(zh.web.malformed)]).toEqual([address, 400, true]);
    }
    for (const address of ["/reading/%E6%B2%B3", "/search?q=%E0%A4%A"])
      expect(statusOf(await said(port, head(`GET ${address}`, "connection: close")))).toBe(200);
  });

  it("of another method is refused, and told which there are", async () => {
    const { url } = await started();
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const response = await fetch(url, { method });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    }
  });

  it("that wishes to change over to another protocol is answered as if it did not", async () => {
    const { port } = await started();
    const heard = await said(port, head("GET /", "connection: upgrade, close", "upgrade: websocket"));
    expect(heard).toMatch(/^HTTP\/1.1 200/);
  });
});

describe("a write", () => {
  const post = (port: number, path: string, ...lines: string[]) =>
    said(port, `${head(`POST ${path}`, "content-length: 5", "connection: close", ...lines)}hello`);

  it("is taken from our own pages alone, and refused with a sentence from anywhere else and from nowhere", async () => {
    const told: (string | undefined)[] = [];
    const fromElsewhere: Serving["fromElsewhere"] = ({ url }) => void told.push(url);
    const { port } = await started({ ownAddress: "https://bianfa.example.cn", fromElsewhere });
    const ours = [own, "origin: http://127.0.0.1", "referer: http://127.0.0.1/a", "origin: https://bianfa.example.cn"];
    for (const line of ours) expect([line, statusOf(await post(port, "/items/1", line))]).toEqual([line, 200]);
    for (const line of [
      "sec-fetch-site: cross-site",
      "origin: http://elsewhere.example",
      "origin: null",
      "x-none: 1",
    ]) {
      const heard = await post(port, "/items/1", line);
      expect([line, statusOf(heard), heard.includes(zh.web.elsewhere)]).toEqual([line, 403, true]);
    }
    // For the record; of what was taken nothing is told.
    expect(told).toEqual(Array(4).fill("/items/1"));
  });

  it("of a script that signs in need not say where it comes from, since it has next-auth's token; a page's must be ours", async () => {
    const { port } = await started();
    expect(statusOf(await post(port, "/api/auth/callback/credentials"))).toBe(200);
    expect(statusOf(await post(port, "/api/auth/callback/credentials", "origin: http://elsewhere.example"))).toBe(403);
    expect(statusOf(await post(port, "/api/auth/../../items/1"))).toBe(403);
  });
});

describe("a slow sender", () => {
  it("whose head does not come to an end is told so and hung up on; who says nothing at all too", async () => {
    const { port } = await started({ limits: { headersTime: 200 } });
    const begun = said(port, "GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: ");
    const silent = line(port).heard;
    expect(await begun).toMatch(/^HTTP\/1.1 408/);
    expect(await silent).toMatch(/^HTTP\/1.1 408/);
  });

  it("who does not read the answer is hung up on", async () => {
    const { port, server } = await started({
      limits: { stillTime: 200 },
      answer: async (_, response) => void response.end(Buffer.alloc(64 * MB)),
    });
    const gone = new Promise((resolve) => server.once("connection", (socket) => socket.once("close", resolve)));
    const { socket, heard } = line(port);
    socket.pause();
    socket.write(head("GET /"));
    await gone;
    socket.resume();
    expect((await heard).length).toBeLessThan(64 * MB);
  });
});

describe("many lines", () => {
  it("beyond the limit are told so, when they ask or unasked, and those within it are served", async () => {
    const { port, url } = await started({ limits: { lines: 20, tooMany: 10, tooManyTime: 100 } });
    const held = Array.from({ length: 20 }, () => line(port));
    await Promise.all(held.map(({ socket }) => new Promise((resolve) => socket.once("connect", resolve))));
    const asked = await fetch(url);
    expect([asked.status, asked.headers.get("retry-after"), await asked.text()]).toEqual([
      503,
      "5",
      `${zh.web.busy}\n`,
    ]);
    expect(await line(port).heard).toMatch(/^HTTP\/1.1 503/);
    held[0]?.socket.end(head("GET /", "connection: close"));
    expect(await held[0]?.heard).toMatch(/^HTTP\/1.1 200/);
    for (const { socket } of held) socket.destroy();
  });

  it("far too many at once are borne: none is left hanging, memory stays, and the next one is served", async () => {
    const limits = { lines: 200, tooMany: 100, tooManyTime: 100, headersTime: 500 };
    const { port, url, most } = await startedApart(limits);
    const before = await most();
    const ends: Promise<string>[] = [];
    for (let begun = 0; begun < 2_000; begun += 500) {
      const some = Array.from({ length: 500 }, () => line(port));
      ends.push(...some.map(({ heard }) => heard));
      await Promise.all(
        some.map(({ socket }) => new Promise((resolve) => socket.once("connect", resolve).once("close", resolve))),
      );
    }
    const heard = await Promise.all(ends);
    expect(heard.filter((text) => text && ![408, 503].includes(statusOf(text)))).toEqual([]);
    expect(heard.filter((text) => statusOf(text) === 503).length).toBeGreaterThan(0);
    expect(((await most()) - before) / MB).toBeLessThan(150);
    expect(await (await fetch(url)).text()).toBe("GET 0");
  });
});

describe("a page that fails", () => {
  it("is answered for with a sentence, and what went wrong is told to whoever keeps the log", async () => {
    const failures: unknown[] = [];
    const { url } = await started({
      answer: () => Promise.reject(new Error("the reason")),
      failed: (error) => void failures.push(error),
    });
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([500, `${zh.web.failed}\n`]);
    expect(String(failures)).toBe("Error: the reason");
  });
});

describe("an act", () => {
  const post = (url: string) =>
    fetch(`${url}/desk`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", "next-action": "x" },
      body: "[",
    });

  it("that could not be read is the sender's fault, one that failed is ours", async () => {
    const unread = await started({ answer: async (_, response) => void response.writeHead(500).end() });
    expect((await post(unread.url)).status).toBe(400);
    const failed = await started({
      answer: async (_, response) => {
        sayBegun();
        response.writeHead(500).end();
      },
    });
    expect((await post(failed.url)).status).toBe(500);
  });
});

describe("a page's data", () => {
  const data = { headers: { rsc: "1" } };
  const told = async (url: string, isThere: boolean, given?: RequestInit) => {
    const response = await fetch(`${url}/${isThere ? "there" : "absent"}`, given);
    return [response.status, await response.text(), response.headers.get("content-type")];
  };
  const answer: Serving["answer"] = async (request, response) => {
    response.setHeader("content-type", "text/x-component");
    response.flushHeaders();
    response.write("first ");
    await new Promise((resolve) => setImmediate(resolve));
    if (request.url === "/absent") sayAbsent();
    response.end("last");
  };

  it("is as absent as the page, also where that is known only after it has begun", async () => {
    const { url } = await started({ answer });
    expect(await told(url, true, data)).toEqual([200, "first last", "text/x-component"]);
    expect(await told(url, false, data)).toEqual([404, "first last", "text/x-component"]);
    expect(await told(url, false, { ...data, method: "HEAD" })).toEqual([404, "", "text/x-component"]);
  });
});

describe("two requests", () => {
  it("on one line do not mix, whatever the first was refused for", async () => {
    const { port } = await started();
    const smuggled = `${head("GET /second")}`;
    const heard = await said(port, head("POST /items/1", own, `content-length: ${3 * MB}`) + smuggled);
    expect(heard.match(/HTTP\/1.1/g)).toHaveLength(1);
  });
});
