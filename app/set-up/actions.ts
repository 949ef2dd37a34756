"use server";

import { redirect } from "next/navigation";
import { needsSetup, setUp, setupSchema } from "@/bulletin/people/setup";
import { openAction } from "@/lib/action";
import { missing } from "@/lib/refusal";

/** The one act without a person: it asks for the code that the server printed, and only once. */
export const setUpAction = openAction("setUp", setupSchema, async (input) => {
  if (!(await needsSetup())) throw missing();
  await setUp(input);
  redirect("/sign-in?begun=1");
});
