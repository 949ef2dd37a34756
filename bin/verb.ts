import { sentenceOf } from "./sentence";

/** Runs a verb: what goes wrong is one sentence on stderr and a non-zero status. */
export async function runVerb(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    process.exitCode ??= 0;
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
  // The channel to whoever handed over to us would keep us alive.
  if (process.connected) process.disconnect();
}
