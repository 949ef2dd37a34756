import type { Day } from "@/lib/dates";
import type { Hundredths } from "./hundredths";

/** What points are given for: printed here, relayed upward, adopted there, an instruction. */
export type What = "printed" | "relayed" | "adopted" | "instructed";

/** An item that stands in an entry, and whose it is. Merged entries (合编) have several. */
export type Source = { itemId: string; officeId: string };

/** Something that happened to a printed entry. */
export type Use = {
  id: string;
  what: What;
  /** The superior's level; null: here. */
  levelId: string | null;
  /** The entry as it was printed first; its later editions are the same entry. */
  entryId: string;
  publicationId: string;
  kind: "story" | "brief";
  /** The only entry of its issue. */
  isSingle: boolean;
  sources: Source[];
  /** The superior's publication, or the leader: for the explanation alone. */
  name: string;
  day: Day;
  /** When it became known, in milliseconds. */
  knownAt: number;
  /** The day on which it was taken back: recalled, dropped by a new edition, withdrawn. */
  endedOn: Day | null;
};

export type Adjustment = {
  id: string;
  officeId: string;
  day: Day;
  knownAt: number;
  points: Hundredths;
  reason: string;
  endedOn: Day | null;
};

/** What there is to be counted; in whatever order. */
export type Facts = { uses: Use[]; adjustments: Adjustment[] };
