import { cookies } from "next/headers";
import type { Outcome } from "@/lib/action";
import { contrastCookie } from "@/lib/contrast";
import { isSize, sizeCookie } from "./size";

const aYear = { path: "/", sameSite: "lax", maxAge: 365 * 86_400 } as const;
const done: Outcome = { ok: true, value: null };

/** How large the text is: a choice of this browser, for whoever sits before it. */
export async function chooseSize(data: FormData): Promise<Outcome> {
  const wanted = String(data.get("size"));
  if (isSize(wanted)) (await cookies()).set(sizeCookie, wanted, aYear);
  return done;
}

export async function chooseContrast(data: FormData): Promise<Outcome> {
  (await cookies()).set(contrastCookie, data.get("contrast") === "high" ? "high" : "", aYear);
  return done;
}
