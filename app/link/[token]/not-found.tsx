import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/Button";
import { Empty } from "@/components/Empty";

/** A link that does not open: used, over or made up are the same words. */
export default async function LinkGone() {
  const say = await getTranslations("links");
  return (
    <main className="grid min-h-[70vh] place-content-center">
      <h1 className="sr-only">{say("gone")}</h1>
      <Empty
        title={say("gone")}
        fact={say("goneFact")}
        act={<LinkButton href="/sign-in">{say("toSignIn")}</LinkButton>}
      />
    </main>
  );
}
