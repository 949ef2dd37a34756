import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/Button";
import { Empty } from "@/components/Empty";

/** Not there, or not for this person: the same words for both. */
export default async function NotFound() {
  const say = await getTranslations("notFound");
  return (
    <main className="grid min-h-[70vh] place-content-center">
      <h1 className="sr-only">{say("title")}</h1>
      <Empty title={say("title")} fact={say("fact")} act={<LinkButton href="/">{say("home")}</LinkButton>} />
    </main>
  );
}
