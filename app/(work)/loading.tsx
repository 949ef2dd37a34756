import { useTranslations } from "next-intl";

/** Shown only when the server takes its time: the bar stands already, the page is on its way. */
export default function Loading() {
  const say = useTranslations("loading");
  return (
    <main aria-busy className="grid grow place-content-center text-ink-3">
      <p role="status">{say("page")}</p>
    </main>
  );
}
