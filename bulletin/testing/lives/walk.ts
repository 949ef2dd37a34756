import fc from "fast-check";

/**
 * One step of a random walk. Three of four steps choose among what the model allows, or the walk would
 * hardly ever come to the far end of a life; the fourth is whatever anybody might try.
 */
export type Step = { wild: boolean; stale: boolean; act: number; who: number; what: number };

const step: fc.Arbitrary<Step> = fc.record({
  wild: fc.nat(3).map((value) => value === 0),
  stale: fc.nat(9).map((value) => value === 0),
  act: fc.nat(9_999),
  who: fc.nat(9_999),
  what: fc.nat(9_999),
});

export const walks = fc.array(step, { minLength: 25, maxLength: 25 });

/** Few walks, since each step is a transaction; a failing one is shown as it is, for the same reason. */
export const bounds = { numRuns: 20, endOnFailure: true };

/**
 * Which act by whom: one that the model allows somebody, or any by anybody. Of those allowed one that no walk has
 * gone yet comes first, or the walks together would leave one out now and then; then the later ones in the life are
 * likelier, since the earlier ones lead back.
 */
export function choose<T>(
  step: Step,
  acts: readonly string[],
  actors: readonly T[],
  may: (act: string, actor: T) => boolean,
  walked: ReadonlySet<string>,
) {
  const all = acts.flatMap((act) => {
    const able = actors.filter((actor) => may(act, actor));
    return able.length ? [{ act, able }] : [];
  });
  const fresh = all.filter(({ act }) => !walked.has(act));
  const open = fresh.length ? fresh : all;
  const further = Math.floor(open.length * Math.sqrt(step.act / 10_000));
  const { act, able } = step.wild || !open.length ? { act: pick(acts, step.act), able: actors } : pick(open, further);
  return { act, actor: pick(able, step.who) };
}

export function pick<T>(all: readonly T[], at: number): T {
  const found = all[at % all.length];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

/** Whether the act went through; a refusal is an answer, anything else that is thrown is a failure. */
export async function wentThrough(act: Promise<unknown> | undefined): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "Refusal") return false;
    throw error;
  }
}
