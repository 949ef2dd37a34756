/**
 * Whose session it is, which the server (bin/web/) asks before it receives more than anybody may send. Kept on
 * `globalThis` for the same reason as what is told in elsewhere.ts.
 */
type Ask = (sessionId: string) => Promise<{ id: string } | null>;

const kept = globalThis as { bianfaSender?: Ask };

export function onSenderAsked(ask: Ask): void {
  kept.bianfaSender = ask;
}

/** The account behind a session that stands; null for any other. */
export async function senderIn(sessionId: string): Promise<string | null> {
  return (await kept.bianfaSender?.(sessionId))?.id ?? null;
}
