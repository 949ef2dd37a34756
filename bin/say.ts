// The terminal of `npm start` and `npm test`: a word, two spaces, what became of it.

/** A line of progress. */
export function say(what: string, outcome?: string): void {
  process.stdout.write(outcome === undefined ? `${what}\n` : `${what}  ${outcome}\n`);
}

/** A line that something is wrong, though we go on. */
export function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** How long it took, as people read it. */
export function since(start: number): string {
  const seconds = (Date.now() - start) / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} 秒` : `${Math.round(seconds)} 秒`;
}
