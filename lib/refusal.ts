/** Values that fill the places of a sentence in the catalogue. */
export type Values = Record<string, string | number>;

/** Somebody else was there first: who, when (ISO), and the text as it stands now (if there is one to show). */
export type Stale = { by: string; at: string; version: number; text?: unknown };

/** Without the right, or not there for this person. */
const trespasses: readonly string[] = ["forbidden", "missing"];

/**
 * What is refused for want of a right, and no slip such as an empty field: the person may do such a thing, but not
 * to this account or issue, not with these roles, not with this file. Each has its words for the auditor under
 * `record.reasons` in the catalogues.
 */
export const refusalsOfRight = [
  ...trespasses,
  ...["otherAdministrator", "notOneself", "mixedRoles", "lastAdministrator", "ownWork", "virus"],
];

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

  /** A page or a file is then not there for this person. */
  get isTrespass(): boolean {
    return trespasses.includes(this.key);
  }

  /** It is written into the record. */
  get isOfRight(): boolean {
    return refusalsOfRight.includes(this.key);
  }
}

/** What a person may not see does not exist for them; whether it does is not told. */
export function missing(): Refusal {
  return new Refusal("missing");
}

export function forbidden(): Refusal {
  return new Refusal("forbidden");
}
