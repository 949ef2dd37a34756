import { connect, type Socket } from "node:net";
import { log } from "./log";
import { Refusal } from "./refusal";

/** A scanner that says nothing for so long is taken for away. */
const patience = 60_000;
const piece = 64 * 1024;

/**
 * Asks ClamAV's daemon at CLAMD_URL (tcp://host:port or unix:/path) about a file that comes in, before anything else
 * reads it. Where the variable is not set, nothing is asked. Refused: a file in which something was found, one
 * that is larger than the daemon takes, and any file while it does not answer: what could not be looked at is not let in.
 */
export async function scan(bytes: Uint8Array, address = process.env.CLAMD_URL): Promise<void> {
  if (!address) return;
  const answer = await answerOf(bytes, new URL(address)).catch((error: unknown) => {
    log.error({ error }, "clamd does not answer");
    throw new Refusal("scannerAway");
  });
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found) throw new Refusal("virus", { values: { name: found } });
  if (answer === "stream: OK") return;
  log.error({ answer }, "clamd refused");
  throw new Refusal(/size limit/i.test(answer) ? "scannerLimit" : "scannerAway");
}

/** The protocol INSTREAM: pieces, each after its length, and a length of nothing; an answer that ends with NUL. */
function answerOf(bytes: Uint8Array, address: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = opened(address);
    let answer = "";
    socket.setTimeout(patience, () => socket.destroy(new Error("no answer in time")));
    socket.setEncoding("utf8").on("data", (text: string) => {
      answer += text;
      if (!answer.includes("\0") && answer.length < 1_000) return;
      socket.destroy();
      resolve(answer.split("\0")[0]?.trim() ?? "");
    });
    // Who refuses a stream closes it while we write; its answer may have come before.
    socket.once("error", (error) => (answer ? resolve(answer.trim()) : reject(error)));
    socket.once("close", () => reject(new Error("the line closed without an answer")));
    socket.once("connect", () => {
      socket.write("zINSTREAM\0");
      for (let at = 0; at < bytes.length; at += piece) {
        const next = bytes.subarray(at, at + piece);
        socket.write(lengthOf(next.length));
        socket.write(next);
      }
      socket.write(lengthOf(0));
    });
  });
}

function opened({ protocol, hostname, port, pathname }: URL): Socket {
  if (protocol === "unix:") return connect(decodeURIComponent(pathname));
  return connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 3310) });
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
