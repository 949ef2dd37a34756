/** What the log keeps of an error. */
export type Failure = { name: string; code?: string; message?: string; stack?: string; causes?: Failure[] };

/**
 * An error without what people wrote: Prisma repeats the whole call with its data, PostgreSQL the value that it
 * did not like. Of these only the code and the places in the program remain.
 */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return copied(error);
  const causes = [error.cause, ...(error instanceof AggregateError ? error.errors : [])].filter(Boolean);
  return {
    name: error.name,
    ...codeOf(error),
    ...(!repeatsData(error) && { message: withoutSecrets(error.message).slice(0, 300) }),
    ...placesOf(error),
    ...(causes.length && { causes: causes.slice(0, 5).map(failureOf) }),
  };
}

/** The queue reports a copy of an error, which no longer says of which kind it was: its words may be anybody's. */
function copied(error: unknown): Failure {
  const { name } = Object(error);
  return { name: typeof name === "string" ? name.slice(0, 60) : typeof error, ...codeOf(error), ...placesOf(error) };
}

function codeOf(error: unknown): Pick<Failure, "code"> {
  const { code } = Object(error);
  return typeof code === "string" ? { code } : {};
}

function placesOf(error: unknown): Pick<Failure, "stack"> {
  const { stack } = Object(error);
  const frames = typeof stack === "string" ? stack.split("\n").filter((line) => /^\s+at /.test(line)) : [];
  return frames.length ? { stack: frames.map((line) => line.trim()).join("\n") } : {};
}

function repeatsData(error: Error): boolean {
  return /^Prisma|^DriverAdapter/.test(error.name) || ("severity" in error && "routine" in error);
}

/** A mail server says to whom it would not deliver, and may repeat the link for which it would not. */
const withoutSecrets = (message: string) =>
  message.replace(/\/link\/[\w-]+/g, "/link/…").replace(/[^\s<>"']+@[^\s<>"']+/g, "…@…");
