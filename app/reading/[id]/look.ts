"use server";

import { cookies } from "next/headers";
import { contrastCookie } from "@/lib/contrast";
import { isSize, sizeCookie } from "./size";

const aYear = { path: "/", sameSite: "lax", maxAge: 365 * 86_400 } as const;

/** How large the text is: a choice of this browser, for whoever sits before it. */
export async function chooseSize(data: FormData): Promise<void> {
  const wanted = String(data.get("size"));
  if (isSize(wanted)) (await cookies()).set(sizeCookie, wanted, aYear);
}

export async function chooseContrast(data: FormData): Promise<void> {
  (await cookies()).set(contrastCookie, data.get("contrast") === "high" ? "high" : "", aYear);
}
