import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";

/** Whether items of the person's office wait for its own lead, and who that is. */
export async function officeSigns(actor: Actor): Promise<{ signOff: boolean; lead: string }> {
  const office = await db.office.findUniqueOrThrow({
    where: { id: actor.officeId },
    select: {
      signOff: true,
      accounts: { where: { disabledAt: null, roles: { some: { role: "officeLead" } } }, select: { name: true } },
    },
  });
  return { signOff: office.signOff, lead: office.accounts.map(({ name }) => name).join("、") };
}
