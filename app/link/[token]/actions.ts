"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { followLink, linkSchema } from "@/bulletin/people/links";
import { openAction } from "@/lib/action";
import { clientAddress } from "@/lib/clientAddress";

/** Without a person: whoever has the link is asked for nothing else. Afterwards the account is named: somebody invited may not know it. */
export const followLinkAction = openAction("followLink", linkSchema, async (input) => {
  const account = await followLink(input, { address: clientAddress(await headers()) });
  redirect(`/sign-in?set=${encodeURIComponent(account)}`);
});
