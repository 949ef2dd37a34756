/**
 * Counts the statements in what a client sends to PostgreSQL: a message after the first begins with a letter and its
 * length (PostgreSQL 55.2), Execute (E) runs a statement, Query (Q) a text.
 */
export class Statements {
  count = 0;
  #begun = false;
  #rest = Buffer.alloc(0);

  take(piece: Buffer): void {
    let rest = Buffer.concat([this.#rest, piece]);
    for (;;) {
      const head = this.#begun ? 1 : 0;
      if (rest.length < head + 4) break;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) break;
      if (this.#begun && /[EQ]/.test(String.fromCharCode(rest[0] ?? 0))) this.count += 1;
      this.#begun = true;
      rest = rest.subarray(length);
    }
    this.#rest = rest;
  }
}
