import type { Transaction } from "@/lib/db";

/**
 * The secretariat. Where an operator imports before the first visit there is none yet: it is founded under
 * `name`, and the first visit gives it the name that is entered there.
 */
export async function secretariatId(tx: Transaction, name: string): Promise<string> {
  const where = { kind: "secretariat" as const };
  const found = await tx.office.findFirst({ where, orderBy: { order: "asc" }, select: { id: true } });
  if (found) return found.id;
  const data = { ...where, name, shortName: name.slice(0, 12), order: 1 };
  return (await tx.office.create({ data, select: { id: true } })).id;
}
