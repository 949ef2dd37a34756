/** Keeps the values used last, at most so many: for what is the same each time and takes long to make. */
export class Kept<T> {
  private readonly values = new Map<string, T>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(key: string): T | undefined {
    const value = this.values.get(key);
    // A Map is in the order of entering: what is used again goes to the end of it.
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: T): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.most) this.values.delete(this.values.keys().next().value as string);
  }

  /** What is kept, or what `make` makes. */
  have(key: string, make: () => T): T {
    const kept = this.get(key);
    if (kept !== undefined) return kept;
    const made = make();
    this.set(key, made);
    return made;
  }
}
