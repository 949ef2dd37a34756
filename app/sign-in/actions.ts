"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { attemptsLeft, endSession } from "@/bulletin/people/signIn";
import { clientAddress } from "@/lib/clientAddress";
import { languageCookie, languages } from "@/lib/languages";
import { sessionIdOfRequest } from "@/lib/session";
import { isHttps } from "@/lib/token";

/** What is left to try; the same for an account that does not exist. */
export async function attempts(account: string) {
  return attemptsLeft(typeof account === "string" ? account : "", clientAddress(await headers()));
}

export async function signOut(): Promise<void> {
  const sessionId = await sessionIdOfRequest();
  if (sessionId) await endSession(sessionId);
  const jar = await cookies();
  // A __Host- cookie is only taken back with the marks with which it was set.
  const gone = { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps(), maxAge: 0 } as const;
  for (const { name } of jar.getAll()) if (name.includes("next-auth.session-token")) jar.set(name, "", gone);
  redirect("/sign-in");
}

export async function chooseLanguage(data: FormData): Promise<void> {
  const language = data instanceof FormData ? String(data.get("language")) : "";
  if (!(languages as readonly string[]).includes(language)) return;
  (await cookies()).set(languageCookie, language, {
    path: "/",
    sameSite: "lax",
    secure: isHttps(),
    maxAge: 365 * 86_400,
  });
}
