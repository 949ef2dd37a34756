import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Tells the server, from within a page, that the page is not there for this person. Next knows it too, but of a page's data
 * (`rsc`) it has sent the status by then. Kept on `globalThis`, since Next's bundles and the server have this file twice.
 */
const kept = globalThis as { bianfaAnswers?: AsyncLocalStorage<{ isAbsent: boolean }> };
kept.bianfaAnswers ??= new AsyncLocalStorage();

/** The answer that is being given. */
export const answers = kept.bianfaAnswers;

export function sayAbsent(): void {
  const answer = answers.getStore();
  if (answer) answer.isAbsent = true;
}
