import { createHash } from "node:crypto";

/** A line of the record as it is hashed: every column but its number, as PostgreSQL writes it. */
export type Line = {
  /** Milliseconds since 1970: no time zone is in it. */
  at: string;
  actorId: string | null;
  actorName: string;
  act: string;
  refused: boolean;
  itemId: string | null;
  issueId: string | null;
  entryId: string | null;
  subjectId: string | null;
  /** As PostgreSQL writes jsonb: keys in its own order, one space after colon and comma. */
  detail: string;
};

/** What the first line follows. */
export const beginning = Buffer.alloc(32);

/** SHA-256 of the hash before and the line; "sealEvents" of the migration named record does the same. */
export function hashAfter(before: Uint8Array, line: Line): Buffer {
  const fields = [
    line.at,
    line.actorId,
    line.actorName,
    line.act,
    String(line.refused),
    line.itemId,
    line.issueId,
    line.entryId,
    line.subjectId,
    line.detail,
  ];
  return createHash("sha256").update(before).update(fields.map(field).join("")).digest();
}

// With the number of its bytes before it: no two lines look the same put together.
function field(value: string | null): string {
  return value === null ? "-," : `${Buffer.byteLength(value)}:${value},`;
}
