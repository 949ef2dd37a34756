/** What the log keeps of an error. */
export type Failure = { name: string; code?: string; message?: string; stack?: string; causes?: Failure[] };

/**
 * An error without what people wrote: Prisma repeats the whole call with its data, PostgreSQL the value that it
 * did not like. Of these only the code and the places in the program remain.
 */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  const causes = [error.cause, ...(error instanceof AggregateError ? error.errors : [])].filter(Boolean);
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === "string" && { code }),
    ...(!repeatsData(error) && { message: withoutSecrets(error.message).slice(0, 300) }),
    ...(frames?.length && { stack: frames.map((line) => line.trim()).join("\n") }),
    ...(causes.length && { causes: causes.slice(0, 5).map(failureOf) }),
  };
}

function repeatsData(error: Error): boolean {
  return /^Prisma|^DriverAdapter/.test(error.name) || ("severity" in error && "routine" in error);
}

/** A mail server says to whom it would not deliver, and may repeat the link for which it would not. */
const withoutSecrets = (message: string) =>
  message.replace(/\/link\/[\w-]+/g, "/link/…").replace(/[^\s<>"']+@[^\s<>"']+/g, "…@…");
