"use server";

import { headers } from "next/headers";
import { restOf } from "@/bulletin/people/signIn";
import { sayBegun } from "@/lib/answers";
import { clientAddress } from "@/lib/clientAddress";

/** Whether an account rests; the same for one that does not exist. */
export async function rest(account: string) {
  sayBegun();
  return restOf(typeof account === "string" ? account : "", clientAddress(await headers()));
}
