import { endRunning } from "../prepare/run";
import { say, warn } from "../say";
import { sentenceOf } from "../sentence";

export type Ending = {
  /** Remembers how to end something; what began last ends first. */
  with: (end: () => Promise<void> | void) => void;
  /** Whether the end has begun. */
  begun: () => boolean;
  /** Ends everything and the process with it. */
  now: (status: number) => Promise<never>;
};

/** The one way out: Ctrl-C, SIGTERM, a closed terminal, the death of our starter, or a failure. */
export function ending(): Ending {
  const ends: (() => Promise<void> | void)[] = [];
  let ended: Promise<never> | undefined;

  async function run(status: number): Promise<never> {
    endRunning();
    for (let end = ends.pop(); end; end = ends.pop()) {
      try {
        await end();
      } catch (error) {
        warn(sentenceOf(error));
      }
    }
    process.exit(status);
  }

  function now(status: number): Promise<never> {
    ended ??= run(status);
    return ended;
  }

  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (!ended) say("停止…");
      void now(0);
    });
  }
  process.on("disconnect", () => void now(0));
  // A terminal that went away must not keep us from ending in order.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  return { with: (end) => void ends.push(end), begun: () => ended !== undefined, now };
}
