import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { ServerLimits } from "./limits.ts";

const program = path.join(import.meta.dirname, "testingProcess.ts");

/**
 * A server as `serving` gives it, in a process of its own: what the sender and the other tests of a worker hold is
 * not part of what it costs. `most` is what the kernel says that it held at its highest, in bytes, so that nothing
 * is missed between two looks.
 */
export async function servingApart(limits: Partial<ServerLimits>) {
  const child = fork(program, { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  // What ends before it answers has said why on its own stderr.
  const ended = once(child, "exit").then(() => Promise.reject(new Error("the server ended")));
  ended.catch(() => {});
  const ask = async (what: object): Promise<number> => {
    const answer = once(child, "message");
    child.send(what);
    const [said] = (await Promise.race([answer, ended])) as [number];
    return said;
  };
  const port = await ask(limits);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    most: async () => (await ask({})) * 1024,
    end: async () => {
      child.kill("SIGKILL");
      await ended.catch(() => {});
    },
  };
}
