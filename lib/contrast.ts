import { cookies } from "next/headers";

export const contrastCookie = "bianfa-contrast";

/** What the pages carry as data-contrast where the person has chosen black on white in this browser. */
export async function contrastChosen(): Promise<"high" | undefined> {
  return (await cookies()).get(contrastCookie)?.value === "high" ? "high" : undefined;
}
