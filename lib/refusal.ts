/** Values that fill the places of a sentence in the catalogue. */
export type Values = Record<string, string | number>;

/** Somebody else was there first: who, when (ISO), and the text as it stands now (if there is one to show). */
export type Stale = { by: string; at: string; version: number; text?: unknown };

type Options = { field?: string; values?: Values; stale?: Stale };

/**
 * An expected failure: a sentence for the person, named by its key under `refusals` in the message
 * catalogues. Everything else that goes wrong throws an ordinary error and reaches error.tsx.
 */
export class Refusal extends Error {
  readonly key: string;
  readonly field?: string;
  readonly values: Values;
  readonly stale?: Stale;

  constructor(key: string, { field, values = {}, stale }: Options = {}) {
    super(key);
    this.name = "Refusal";
    this.key = key;
    this.field = field;
    this.values = values;
    this.stale = stale;
  }

  /** Without the right, or not there for this person: both are written into the record. */
  get isTrespass(): boolean {
    return this.key === "forbidden" || this.key === "missing";
  }
}

/** What a person may not see does not exist for them; whether it does is not told. */
export function missing(): Refusal {
  return new Refusal("missing");
}

export function forbidden(): Refusal {
  return new Refusal("forbidden");
}
