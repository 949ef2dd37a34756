import { head, line, own, serving } from "@/bin/web/testing";
import type { Measured } from "../print";

const MB = 1024 * 1024;
const many = 10_000;

/** The server against what is too much, with both ends in this process: what it says, and what it costs in memory. */
export async function measure(): Promise<Measured[]> {
  return [
    ...(await measured("1 GB 的内容", "413", 120, aGigabyte)),
    ...(await measured(`${many} 个打开的连接`, "503", 700, openLines)),
    ...(await measured(`${many} 个过大的请求头`, "431", 200, headerFloods)),
  ];
}

/** How long it took, how much more memory there was at most, and how many were told what they should be told. */
async function measured(
  what: string,
  status: string,
  bound: number,
  work: (port: number) => Promise<string[]>,
): Promise<Measured[]> {
  const { port, end } = await serving({ limits: { lingerTime: 60_000 } });
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const start = Date.now();
  const heard = await work(port);
  const seconds = (Date.now() - start) / 1_000;
  clearInterval(watch);
  await end();
  const told = heard.filter((text) => text.startsWith(`HTTP/1.1 ${status}`)).length;
  return [
    { what: `${what}，用时`, value: seconds, unit: "秒", note: `${told} 个得到 ${status}` },
    { what: `${what}，内存最多增加`, value: (most - before) / MB, unit: "MB", bound },
  ];
}

async function aGigabyte(port: number): Promise<string[]> {
  const { socket, heard } = line(port);
  socket.write(head("POST /items/1", own, `content-length: ${1024 * MB}`));
  const chunk = Buffer.alloc(MB);
  for (let sent = 0; sent < 1024; sent += 1) await new Promise<void>((resolve) => socket.write(chunk, () => resolve()));
  return [await heard];
}

async function openLines(port: number): Promise<string[]> {
  const all: Promise<string>[] = [];
  for (let begun = 0; begun < many; begun += 500) {
    const some = Array.from({ length: 500 }, () => line(port));
    await Promise.all(
      some.map(({ socket }) => new Promise((resolve) => socket.once("connect", resolve).once("close", resolve))),
    );
    all.push(...some.map(({ heard }) => heard));
  }
  return Promise.all(all);
}

async function headerFloods(port: number): Promise<string[]> {
  const heard: string[] = [];
  const flood = head("GET /", `cookie: ${"a".repeat(64 * 1024)}`);
  for (let begun = 0; begun < many; begun += 100) {
    const some = Array.from({ length: 100 }, () => line(port));
    for (const { socket } of some) socket.write(flood);
    heard.push(...(await Promise.all(some.map((each) => each.heard))));
  }
  return heard;
}
