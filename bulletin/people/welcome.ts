import { db } from "@/lib/db";

/** Whose system this is, for the sign-in page: the name and telephone of the first office. Nothing else is public. */
export async function welcomeOffice(): Promise<{ name: string; phone: string }> {
  const office = await db.office.findFirst({
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { name: true, phone: true },
  });
  return office ?? { name: "", phone: "" };
}
