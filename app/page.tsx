import { redirect } from "next/navigation";
import { needsSetup } from "@/bulletin/people/setup";
import { placeOf } from "@/bulletin/places";
import { currentActor, signedIn } from "@/lib/session";

/** Leads each role to its place. */
export default async function Home() {
  const actor = await currentActor();
  if (actor) redirect(placeOf(actor));
  if (await signedIn()) redirect("/account/due");
  redirect((await needsSetup()) ? "/set-up" : "/sign-in");
}
