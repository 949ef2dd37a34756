import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { Refusal } from "@/lib/refusal";
import { type FileText, isPdf, isZip, readFile } from "./read";

/** What the longest file of bulletins needs, several times over; beyond it the reader is ended. */
const longest = 60_000;
/** So many are read at once; who comes then waits. */
const atOnce = 2;
const restFor = 20_000;

/** What a reader is asked of a file, and what it answers: see reader.ts. */
export type Question = { ask: "text" | "pages"; bytes: Uint8Array };
type Said = { file: FileText } | { pages: number };
export type Answer = Said | { refused: { key: string; values: Refusal["values"] } } | { failed: string };

/**
 * As `readFile`, with .docx and .pdf read in a process of its own (reader.ts): what a forged one makes its
 * reader do (unpack gigabytes, loop) holds up nobody else and ends with that process. It is given the
 * bytes and nothing else, neither the address of the database nor the secret. Refused besides: more time
 * or memory than any bulletin needs.
 */
export async function readApart(bytes: Uint8Array, limit = longest): Promise<FileText> {
  if (!isZip(bytes) && !isPdf(bytes)) return readFile(bytes);
  const said = await asked({ ask: "text", bytes }, limit);
  if (!("file" in said)) throw new Error("a reader that was asked for text gave none");
  return said.file;
}

/** How many pages a PDF has. Refused: what is none, and more time or memory than pages need. */
export async function pagesApart(bytes: Uint8Array, limit = longest): Promise<number> {
  const said = await asked({ ask: "pages", bytes }, limit);
  if (!("pages" in said)) throw new Error("a reader that was asked for pages gave none");
  return said.pages;
}

async function asked(question: Question, limit: number): Promise<Said> {
  await place();
  try {
    return saidIn(await answerOf(question, limit));
  } finally {
    leave();
  }
}

function saidIn(answer: Answer | null): Said {
  if (!answer) throw new Refusal("tooHardToRead", { field: "file" });
  if ("refused" in answer) throw new Refusal(answer.refused.key, { field: "file", values: answer.refused.values });
  if ("failed" in answer) throw new Error(answer.failed);
  return answer;
}

/** Null where the reader ended without an answer. */
function answerOf(question: Question, limit: number): Promise<Answer | null> {
  const reader = rested() ?? begun();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reader.kill("SIGKILL"), limit);
    const end = (answer: Answer | null) => {
      clearTimeout(timer);
      reader.removeAllListeners();
      if (answer) rest(reader);
      resolve(answer);
    };
    reader.once("message", (message) => end(message as Answer));
    reader.once("close", () => end(null));
    reader.once("error", reject);
    // One that ends before it has read all is told of by `close`.
    reader.send(question, () => {});
  });
}

function begun(): ChildProcess {
  return spawn(process.execPath, ["--max-old-space-size=768", "--import", "tsx", program()], {
    cwd: process.cwd(),
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, TMPDIR: process.env.TMPDIR },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
}

/** Readers that wait for the next file of a folder: to begin one takes longer than to read a file. */
const resting: { reader: ChildProcess; timer: NodeJS.Timeout }[] = [];

function rested(): ChildProcess | undefined {
  const one = resting.pop();
  if (!one) return undefined;
  const { reader, timer } = one;
  clearTimeout(timer);
  reader.removeAllListeners();
  reader.ref();
  reader.channel?.ref();
  return reader;
}

/** It keeps nobody from ending, and ends when nothing comes. */
function rest(reader: ChildProcess): void {
  const one = { reader, timer: setTimeout(leaveOff, restFor).unref() };
  function leaveOff() {
    const at = resting.indexOf(one);
    if (at >= 0) resting.splice(at, 1);
    reader.kill();
  }
  reader.once("close", leaveOff);
  reader.unref();
  reader.channel?.unref();
  resting.push(one);
}

/** Put together here, so that no bundler takes it for a part of itself. */
function program(): string {
  return [process.cwd(), "bulletin", "text", "files", "reader.ts"].join(path.sep);
}

let reading = 0;
const waiting: (() => void)[] = [];

function place(): Promise<void> {
  if (reading < atOnce) {
    reading += 1;
    return Promise.resolve();
  }
  return new Promise((resolve) => waiting.push(resolve));
}

function leave(): void {
  const next = waiting.shift();
  if (next) next();
  else reading -= 1;
}
