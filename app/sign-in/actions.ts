"use server";

import { headers } from "next/headers";
import { attemptsLeft } from "@/bulletin/people/signIn";
import { sayBegun } from "@/lib/answers";
import { clientAddress } from "@/lib/clientAddress";

/** What is left to try; the same for an account that does not exist. */
export async function attempts(account: string) {
  sayBegun();
  return attemptsLeft(typeof account === "string" ? account : "", clientAddress(await headers()));
}
