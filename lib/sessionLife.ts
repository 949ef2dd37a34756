/** What of a session's row says how long it stands. */
export const lifeOfSession = {
  createdAt: true,
  endedAt: true,
  endsAt: true,
  idleMinutes: true,
  lastSeenAt: true,
} as const;

export type Life = {
  createdAt: Date;
  endedAt: Date | null;
  endsAt: Date | null;
  idleMinutes: number;
  lastSeenAt: Date | null;
};

/** A working day, for rows from before there was a policy. */
const usualHours = 12;

/** Whether a session still stands: not ended, not over, and its person was here lately. */
export function stands({ createdAt, endedAt, endsAt, idleMinutes, lastSeenAt }: Life, at: Date): boolean {
  const over = endsAt?.getTime() ?? createdAt.getTime() + usualHours * 3_600_000;
  const seen = Math.max(createdAt.getTime(), lastSeenAt?.getTime() ?? 0);
  return !endedAt && at.getTime() < over && at.getTime() - seen < idleMinutes * 60_000;
}

/** Whether a request is worth a line of its own: once a minute is enough. */
export function isNewlySeen({ createdAt, lastSeenAt }: Pick<Life, "createdAt" | "lastSeenAt">, at: Date): boolean {
  return at.getTime() - Math.max(createdAt.getTime(), lastSeenAt?.getTime() ?? 0) >= 60_000;
}
