import { addDays, type Day, fromColumn, today } from "@/lib/dates";
import { db } from "@/lib/db";
import { type Anchor, allAnchors } from "./anchors";
import { leastDays } from "./keeping";
import { beginning, hashAfter, type Line } from "./line";
import { type Step, walk } from "./walk";

/** What is wrong, by the number of the line. */
export type Finding =
  | { kind: "changed" | "sealChanged" | "changedOrSeal" | "missing" | "inserted"; id: bigint }
  /** No number that the database has given: below the first, or above the last. Whoever owns the table wrote it. */
  | { kind: "notNumbered"; id: bigint }
  /** So many lines are gone together with their seals, between these two. */
  | { kind: "removed"; after: bigint; id: bigint; count: bigint }
  /** The chain does not pass through what was noted on that day, in the database or in the file. */
  | { kind: "notAnchored"; day: string; id: bigint; where: "database" | "file" }
  /** The file names a day that the database knows no longer, or otherwise. */
  | { kind: "anchorChanged"; day: string }
  /** It says that everything up to this line was removed in order, and it was not. */
  | { kind: "notPruned"; id: bigint };

/** How it ended: lines in the chain, the number of the last, of which looked at, those that wait for their seal. */
export type Verified = {
  place: bigint;
  last: bigint;
  lines: number;
  waiting: number;
  findings: number;
  anchors: number;
};

/**
 * Walks the whole chain and tells what was changed, is missing or was put in later, in the record, in its
 * seals, and compared with the anchors kept in the database and, where given, in the file outside. Throws the
 * reason of a signal that says to stop.
 */
export async function* verify(outside: Anchor[] = [], signal?: AbortSignal): AsyncGenerator<Finding, Verified> {
  const chain = await Chain.open(outside);
  let findings = 0;
  for await (const step of walk(undefined, signal)) {
    for (const finding of chain.follow(step)) {
      findings++;
      yield finding;
    }
  }
  for (const finding of chain.end(await lastGiven())) {
    findings++;
    yield finding;
  }
  return { ...chain.counted(), findings, anchors: chain.anchors };
}

/** The last number that the database has given to a line. */
async function lastGiven(): Promise<bigint> {
  const [row] = await db.$queryRaw<{ last: bigint }[]>`
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS last FROM "Event_id_seq"`;
  return row?.last ?? 0n;
}

type Pruning = { eventId: bigint; place: bigint; hash: string; before: Day };

/** Where the walk stands. */
class Chain {
  private place: bigint;
  private last: bigint;
  /** The hashes that the next line may follow: two, while it is open whether a line or its seal was changed. */
  private before: { hash: Buffer; means: "changed" | "sealChanged" | null }[];
  private doubtful: bigint | null = null;
  private pruningIsTold = false;
  private lines = 0;
  private waiting = 0;
  /** Numbers that had not been given when the walk began, and whether a line there waits for its seal. */
  private readonly beyond: { id: bigint; waits: boolean }[] = [];
  private readonly points = new Map<bigint, { anchor: Anchor; where: "database" | "file" }[]>();
  readonly anchors: number;

  private constructor(
    private readonly pruned: Pruning | null,
    private readonly sealedUpTo: bigint,
    private readonly given: bigint,
    private readonly inside: Anchor[],
    private readonly outside: Anchor[],
  ) {
    this.place = pruned?.place ?? 0n;
    this.last = pruned?.eventId ?? 0n;
    this.before = [{ hash: pruned ? Buffer.from(pruned.hash, "hex") : beginning, means: null }];
    for (const [where, all] of [
      ["database", inside],
      ["file", outside],
    ] as const) {
      for (const anchor of all) {
        const points = this.points.get(anchor.eventId);
        if (points) points.push({ anchor, where });
        else this.points.set(anchor.eventId, [{ anchor, where }]);
      }
    }
    this.anchors = inside.length + outside.length;
  }

  static async open(outside: Anchor[]): Promise<Chain> {
    const pruned = await db.eventPruning.findFirst({ orderBy: { eventId: "desc" } });
    // Before the last seal: each of them stands at one that is walked.
    const inside = await allAnchors();
    const last = await db.eventSeal.findFirst({ orderBy: { eventId: "desc" }, select: { eventId: true } });
    const begins = pruned && {
      ...pruned,
      hash: Buffer.from(pruned.hash).toString("hex"),
      before: fromColumn(pruned.before),
    };
    return new Chain(begins, last?.eventId ?? 0n, await lastGiven(), inside, outside);
  }

  *follow({ id, line, seal }: Step): Generator<Finding> {
    if (id < 1n) return yield { kind: "notNumbered", id };
    if (id > this.given) this.beyond.push({ id, waits: id > this.sealedUpTo });
    if (line && this.tellsOfPruning(line)) this.pruningIsTold = true;
    if (this.pruned && id <= this.pruned.eventId) {
      if (line) yield { kind: "inserted", id };
      if (seal && id === this.pruned.eventId) yield* this.anchored(id, seal);
      if (seal && (id < this.pruned.eventId || seal.hash !== this.pruned.hash)) yield { kind: "sealChanged", id };
      return;
    }
    // What was written a moment ago has no seal yet, or has come to one since the walk began.
    if (id > this.sealedUpTo) {
      if (line) this.waiting++;
      return;
    }
    if (!seal) return yield { kind: "inserted", id };
    yield* this.anchored(id, seal);
    const gone = seal.place - this.place - 1n;
    if (gone > 0n) yield { kind: "removed", after: this.last, id, count: gone };
    if (gone < 0n) yield { kind: "sealChanged", id };
    yield* this.link(id, line, Buffer.from(seal.hash, "hex"), gone !== 0n);
    this.place = seal.place;
    this.last = id;
  }

  private *link(id: bigint, line: Step["line"], sealed: Buffer, told: boolean): Generator<Finding> {
    if (!line) {
      yield* this.settle(this.before[0]?.means ?? null);
      yield { kind: "missing", id };
      this.before = [{ hash: sealed, means: null }];
      return;
    }
    this.lines++;
    const fits = this.before.find(({ hash }) => hashAfter(hash, line).equals(sealed));
    if (fits) {
      yield* this.settle(fits.means);
      this.before = [{ hash: sealed, means: null }];
      return;
    }
    yield* this.settle("changedOrSeal");
    // After a gap nobody knows what the line followed.
    if (told) {
      this.before = [{ hash: sealed, means: null }];
      return;
    }
    this.doubtful = id;
    const computed = this.before.map(({ hash }) => ({ hash: hashAfter(hash, line), means: "sealChanged" as const }));
    this.before = [{ hash: sealed, means: "changed" }, ...computed.slice(0, 1)];
  }

  /** What became of the line that did not fit: the next one tells which of the two was changed. */
  private *settle(means: "changed" | "sealChanged" | "changedOrSeal" | null): Generator<Finding> {
    if (this.doubtful === null) return;
    yield { kind: means ?? "changedOrSeal", id: this.doubtful };
    this.doubtful = null;
  }

  private *anchored(id: bigint, seal: { place: bigint; hash: string }): Generator<Finding> {
    for (const { anchor, where } of this.points.get(id) ?? []) {
      if (anchor.hash !== seal.hash || anchor.place !== seal.place)
        yield { kind: "notAnchored", day: anchor.day, id, where };
    }
    this.points.delete(id);
  }

  /** `given`: the last number given by now, which what was written since the walk began does not pass. */
  *end(given: bigint): Generator<Finding> {
    yield* this.settle("changedOrSeal");
    for (const { id, waits } of this.beyond.filter((each) => each.id > given)) {
      if (waits) this.waiting--;
      yield { kind: "notNumbered", id };
    }
    if (this.pruned && !this.isInOrder(this.pruned)) yield { kind: "notPruned", id: this.pruned.eventId };
    for (const [id, points] of this.points) {
      for (const { anchor, where } of points)
        if (!this.isPruned(anchor)) yield { kind: "notAnchored", day: anchor.day, id, where };
    }
    const known = new Map(this.inside.map((anchor) => [anchor.day, anchor]));
    for (const anchor of this.outside) {
      const own = known.get(anchor.day);
      if (own?.hash !== anchor.hash || own.eventId !== anchor.eventId) yield { kind: "anchorChanged", day: anchor.day };
    }
  }

  /** Whoever can write to the table of removals can write there what was never allowed, or was not done by the verb. */
  private isInOrder({ before }: Pruning): boolean {
    return this.pruningIsTold && before <= addDays(today(), -leastDays);
  }

  private tellsOfPruning({ act, detail }: Line): boolean {
    if (!this.pruned || act !== "pruneRecord") return false;
    const { upTo, hash } = JSON.parse(detail) as { upTo?: string; hash?: string };
    return upTo === String(this.pruned.eventId) && hash === this.pruned.hash;
  }

  /** Of lines that were removed the file with their hashes remains. Where the chain stood on a later day is no older than they are. */
  private isPruned({ eventId, day }: Anchor): boolean {
    return this.pruned !== null && eventId < this.pruned.eventId && day <= this.pruned.before;
  }

  counted(): { place: bigint; last: bigint; lines: number; waiting: number } {
    return { place: this.place, last: this.last, lines: this.lines, waiting: this.waiting };
  }
}
