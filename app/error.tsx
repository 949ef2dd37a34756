"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/Button";
import { Empty } from "@/components/Empty";

/** Something that nobody foresaw. What was typed is kept by the pages that save. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const say = useTranslations("error");
  return (
    <main className="grid min-h-[70vh] place-content-center">
      <h1 className="sr-only">{say("title")}</h1>
      <Empty
        title={say("title")}
        fact={say("fact", { code: error.digest ?? "" })}
        act={<Button onClick={reset}>{say("again")}</Button>}
      />
    </main>
  );
}
