import { db } from "@/lib/db";
import { Kept } from "@/lib/kept";
import { asContent, type Content } from "./content";

const contents = new Kept<Content>(200);

/** The name of what was signed: the same for as long as not a character of it changes. Null before it was signed. */
export function signedKey({ id, contentHash }: { id: string; contentHash: string | null }): string | null {
  return contentHash && `${id} ${contentHash}`;
}

/**
 * The content of a signed issue. It never changes, so it is read once and kept; whether somebody may see it
 * is asked before, each time. Whoever gets it changes nothing in it.
 */
export async function signedContent(issue: { id: string; contentHash: string | null }): Promise<Content | null> {
  const key = signedKey(issue);
  const kept = key ? contents.get(key) : undefined;
  if (kept) return kept;
  const { content } = await db.issue.findUniqueOrThrow({ where: { id: issue.id }, select: { content: true } });
  if (content && key) contents.set(key, asContent(content));
  return content ? asContent(content) : null;
}
