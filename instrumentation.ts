/**
 * Runs once in each web process, before the first request. Next writes errors of pages to the console with all
 * that they repeat; here they become lines of the log, without texts.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { notePeers } = await import("./lib/peers");
  notePeers();
  const { onElsewhere } = await import("./lib/elsewhere");
  const { recordElsewhere } = await import("./lib/elsewhereRecord");
  onElsewhere(recordElsewhere);
  const { onSenderAsked } = await import("./lib/sender");
  const { personInSession } = await import("./lib/personInSession");
  onSenderAsked(personInSession);
  if (process.env.NODE_ENV !== "production") return;
  const { log } = await import("./lib/log");
  const { isOfSender } = await import("./lib/answers");
  for (const [method, level] of [
    ["error", "error"],
    ["warn", "warn"],
  ] as const)
    console[method] = (...given: unknown[]) => {
      const error = given.find((each) => each instanceof Error);
      if (error instanceof Error && isOfSender(error)) return log.info("what was sent could not be read");
      if (error) log[level]({ error }, "a page failed");
      else log[level](String(given[0]).slice(0, 200));
    };
}
