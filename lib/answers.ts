import { AsyncLocalStorage } from "node:async_hooks";

/** What the server learns from within a page about the answer that is being given. */
type Answer = {
  /** The page is not there for this person. */
  isAbsent: boolean;
  /** An act of ours has begun, so the request could be read: what fails from here on is our fault. */
  hasBegun: boolean;
  /** What was sent could not be read at all. */
  isUnreadable: boolean;
  /** What failed until now failed before anything of ours was asked. */
  readonly isNotForUs: boolean;
};

/**
 * Tells the server what Next knows too, but says too late or otherwise: of a page's data (`rsc`) it has sent the status
 * before it is known whether the page is there, and a request that cannot be read it answers as its own failure. Kept
 * on `globalThis`, since Next's bundles and the server have this file twice.
 */
const kept = globalThis as { bianfaAnswers?: AsyncLocalStorage<Answer> };
kept.bianfaAnswers ??= new AsyncLocalStorage();

/** The answer that is being given. */
export const answers = kept.bianfaAnswers;

export function sayAbsent(): void {
  const answer = answers.getStore();
  if (answer) answer.isAbsent = true;
}

export function sayBegun(): void {
  const answer = answers.getStore();
  if (answer) answer.hasBegun = true;
}

/** Whether an error is that of a request which no form or act could be read from; then nobody here need look at it. */
export function isOfSender(error: Error): boolean {
  const answer = answers.getStore();
  if (answer && unreadable.test(`${error.message} ${String(error.cause)}`)) answer.isUnreadable = true;
  return answer?.isNotForUs ?? false;
}

/** As Next, undici and busboy say it. */
const unreadable = /Failed to parse body as FormData|Unexpected end of form|Boundary not found|Malformed part header/;
