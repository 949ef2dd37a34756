import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { Refusal } from "./refusal";

/** What the longest file of bulletins needs, several times over; beyond it the process is ended. */
const longest = 60_000;
/** So many are at work at once, whatever they do; who comes then waits. */
const atOnce = 2;
const restFor = 20_000;

/** What a program of its own says of a question (apartProgram.ts). */
export type Said<Answer> =
  | { answer: Answer }
  | { refused: { key: string; values: Refusal["values"] } }
  | { failed: string };

/**
 * A way to ask a program in a process of its own, named by its path from the top: what holds it up (a forged file
 * that unpacks gigabytes, fifty thousand lines) holds up nobody else and ends with that process. It is given the
 * question and nothing else, neither the address of the database nor the secret. Refused besides what the program
 * refuses: more time (`limit`, milliseconds) or memory than any bulletin needs.
 */
export function apart<Question extends object, Answer>(...program: string[]) {
  const resting: Resting = [];
  return async (question: Question, limit = longest): Promise<Answer> => {
    await place();
    try {
      return answerIn((await saidTo(question, limit, resting, program)) as Said<Answer> | null);
    } finally {
      leave();
    }
  };
}

function answerIn<Answer>(said: Said<Answer> | null): Answer {
  if (!said) throw new Refusal("tooHardToRead", { field: "file" });
  if ("refused" in said) throw new Refusal(said.refused.key, { field: "file", values: said.refused.values });
  if ("failed" in said) throw new Error(said.failed);
  return said.answer;
}

/** Null where the process ended without an answer. */
function saidTo(question: object, limit: number, resting: Resting, program: string[]): Promise<unknown> {
  const child = rested(resting) ?? begun(program);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), limit);
    const over = () => {
      clearTimeout(timer);
      child.removeAllListeners();
    };
    child.once("message", (said) => {
      over();
      rest(child, resting);
      resolve(said);
    });
    child.once("close", () => {
      over();
      resolve(null);
    });
    child.once("error", (error) => {
      over();
      reject(error);
    });
    // One that ends before it has read all is told of by `close`.
    child.send(question, () => {});
  });
}

/** The path is put together here, so that no bundler takes it for a part of itself. */
function begun(program: string[]): ChildProcess {
  const file = [process.cwd(), ...program].join(path.sep);
  return spawn(process.execPath, ["--max-old-space-size=768", "--import", "tsx", file], {
    cwd: process.cwd(),
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, TMPDIR: process.env.TMPDIR },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
}

/** Those that wait for the next file of a folder: to begin one takes longer than to read a file. */
type Resting = { child: ChildProcess; timer: NodeJS.Timeout }[];

function rested(resting: Resting): ChildProcess | undefined {
  const one = resting.pop();
  if (!one) return undefined;
  clearTimeout(one.timer);
  one.child.removeAllListeners();
  one.child.ref();
  one.child.channel?.ref();
  return one.child;
}

/** It keeps nobody from ending, and ends when nothing comes. */
function rest(child: ChildProcess, resting: Resting): void {
  const one = { child, timer: setTimeout(leaveOff, restFor).unref() };
  function leaveOff() {
    const at = resting.indexOf(one);
    if (at >= 0) resting.splice(at, 1);
    child.kill();
  }
  child.once("close", leaveOff);
  child.unref();
  child.channel?.unref();
  resting.push(one);
}

let atWork = 0;
const waiting: (() => void)[] = [];

function place(): Promise<void> {
  if (atWork < atOnce) {
    atWork += 1;
    return Promise.resolve();
  }
  return new Promise((resolve) => waiting.push(resolve));
}

function leave(): void {
  const next = waiting.shift();
  if (next) next();
  else atWork -= 1;
}
