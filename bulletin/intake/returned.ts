import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { visibleItems } from "../policy";

/** The words with which an item came back last, and who can be asked. */
export async function lastReturn(
  actor: Actor,
  itemId: string,
): Promise<{ words: string; by: string; phone: string } | null> {
  const [item, event] = await Promise.all([
    db.item.findFirst({ where: { AND: [{ id: itemId }, visibleItems(actor)] }, select: { id: true } }),
    db.event.findFirst({ where: { itemId, act: { in: ["return", "officeReturn"] } }, orderBy: { id: "desc" } }),
  ]);
  if (!item || !event) return null;
  const { words = "", phone = "" } = event.detail as { words?: string; phone?: string };
  return { words, by: event.actorName, phone };
}
