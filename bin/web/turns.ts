import type { EventEmitter } from "node:events";

/** What is being answered, until it is closed. */
type Line = EventEmitter & { readonly closed: boolean };

/**
 * Of one person's large bodies so many come at once; the next is read when one of them has been answered. Whoever
 * sends twenty photographs waits a little, and whoever sends twenty forged files holds up nobody but themselves.
 */
export class Turns {
  readonly #most: number;
  readonly #atWork = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Done when it is this one's turn, which lasts until its line is closed. Not done at all where that comes first. */
  async take(person: string, response: Line): Promise<void> {
    const atWork = this.#atWork.get(person) ?? 0;
    if (atWork >= this.#most) await this.#wait(person, response);
    else this.#atWork.set(person, atWork + 1);
    // One that hung up meanwhile is not told of again.
    if (response.closed) this.#leave(person);
    else response.once("close", () => this.#leave(person));
  }

  #wait(person: string, response: Line): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(person) ?? [];
      this.#waiting.set(person, waiting);
      const gone = () => void waiting.splice(waiting.indexOf(go), 1);
      const go = () => {
        response.off("close", gone);
        resolve();
      };
      waiting.push(go);
      response.once("close", gone);
    });
  }

  /** The turn goes to the next who waits, or is free. */
  #leave(person: string): void {
    const next = this.#waiting.get(person)?.shift();
    if (next) {
      next();
      return;
    }
    this.#waiting.delete(person);
    const atWork = (this.#atWork.get(person) ?? 1) - 1;
    if (atWork) this.#atWork.set(person, atWork);
    else this.#atWork.delete(person);
  }
}
