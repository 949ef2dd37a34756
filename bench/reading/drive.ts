import { Agent, get } from "node:http";
import { quantile } from "../print";
import { processorSeconds } from "../processor";

/** What one address cost under so many connections, each asking again as soon as it was answered. */
export type Driven = {
  connections: number;
  aSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of processor time a request, of the server alone. */
  processor: number;
  /** On the wire: head and body. */
  bytes: number;
};

export type Asked = { url: string; pid: number; headers: Record<string, string>; has: string };

/** Asks for `seconds`; any answer that is not the page ends the measurement. */
export async function drive(asked: Asked, connections: number, seconds: number): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const milliseconds: number[] = [];
  let bytes = 0;
  const [from, before] = [performance.now(), processorSeconds(asked.pid)];
  const end = from + seconds * 1_000;
  const one = async () => {
    while (performance.now() < end) {
      const begin = performance.now();
      const size = await answer(asked, agent);
      bytes += size;
      milliseconds.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const took = (performance.now() - from) / 1_000;
  const processor = processorSeconds(asked.pid) - before;
  agent.destroy();
  const count = milliseconds.length;
  return {
    ...{ connections, aSecond: count / took, processor: (processor * 1_000) / count, bytes: bytes / count },
    ...{ p50: quantile(milliseconds), p95: quantile(milliseconds, 0.95), p99: quantile(milliseconds, 0.99) },
  };
}

/** The bytes of one whole answer. */
function answer({ url, headers }: Asked, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`));
      const head = response.rawHeaders.reduce((sum, each) => sum + each.length + 2, 17);
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () => resolve(head + bytes));
      response.on("error", reject);
    });
    request.on("error", reject);
  });
}

/** That what is measured is what was meant: the words that stand on the page stand in the answer. */
export async function refuseOther({ url, headers, has }: Asked): Promise<string> {
  const response = await fetch(url, { headers, redirect: "manual" });
  const text = await response.text();
  if (response.status !== 200 || !text.includes(has))
    throw new Error(`${url} answered ${response.status} without the text`);
  return text;
}
