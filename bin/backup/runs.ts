import { randomUUID } from "node:crypto";
import { now } from "@/lib/clock";
import { withClient } from "../client";
import { Sentence } from "../sentence";

/** Why a run failed, as a key of `backups.failures` in the catalogues; the words stand in the log. */
export const failures = ["diskFull", "busy", "damaged", "unequal", "newer", "folder", "other"] as const;
export type Failure = (typeof failures)[number];

export type Run = {
  kind: "backup" | "rehearsal";
  scheduled: boolean;
  startedAt: Date;
  file: string;
  bytes?: number;
  tables?: number;
  rows?: number;
};

/** Notes what a run came to, well or not. A read-only copy of the database takes no notes. */
export async function note(url: string, run: Run, failure: Failure | null): Promise<void> {
  await withClient(url, (client) =>
    client.query(
      `INSERT INTO public."BackupRun" (id, kind, scheduled, "startedAt", "endedAt", file, bytes, tables, rows, failure)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[randomUUID(), run.kind, run.scheduled, run.startedAt.toISOString(), now().toISOString(), run.file],
        ...[run.bytes ?? null, run.tables ?? null, run.rows ?? null, failure],
      ],
    ),
  );
}

/** The key for what went wrong. */
export function failureOf(error: unknown): Failure {
  const { code, message = "" } = (error ?? {}) as { code?: string; message?: string };
  if (code === "ENOSPC" || code === "53100" || /No space left|ENOSPC/.test(message)) return "diskFull";
  return error instanceof Fault ? error.failure : "other";
}

/** A sentence of which the page, too, can tell the reason. */
export class Fault extends Sentence {
  constructor(
    readonly failure: Failure,
    sentence: string,
  ) {
    super(sentence);
  }
}
