import type { Readiness } from "./ready";

/** Why no page opens just now, as far as whoever asks can be told; `server`: nothing says why. */
export const hindrances = ["database", "disk", "migrations", "server"] as const;
export type Hindrance = (typeof hindrances)[number];

/**
 * What the server itself says of that (/api/health/ready), asked by a page that did not open; null where it can work.
 * A full disk comes first, since it takes the database with it. What stands in front of the server answers in other
 * words, or nobody does.
 */
export async function hindrance(ask: () => Promise<Response> = askServer): Promise<Hindrance | null> {
  try {
    const answer = await ask();
    if (answer.ok) return null;
    const { disk, database, migrations } = (await answer.json()) as Partial<Readiness>;
    if (disk === "full") return "disk";
    if (database === "away") return "database";
    return migrations === "pending" ? "migrations" : "server";
  } catch {
    // No line, or a page of nginx in place of the words: that is an answer too.
    return "server";
  }
}

function askServer(): Promise<Response> {
  return fetch("/api/health/ready", { cache: "no-store" });
}
