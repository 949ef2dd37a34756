"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useRef, useState } from "react";
import { Button } from "@/components/Button";
import { Empty } from "@/components/Empty";

const pause = 3_000;

/**
 * Something that nobody foresaw. What was typed is kept by the pages that save. Where the database is away the page
 * says so, looks again every few seconds, and opens by itself once it is back.
 */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const say = useTranslations("error");
  const router = useRouter();
  const [away, setAway] = useState(false);
  const again = useRef(() => {});
  again.current = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasAway = false;
    let isOver = false;
    const look = async () => {
      const isReady = await fetch("/api/health/ready", { cache: "no-store" }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isOver) return;
      if (isReady && wasAway) return again.current();
      wasAway ||= !isReady;
      setAway(wasAway);
      if (wasAway) timer = setTimeout(look, pause);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);

  return (
    <main className="grid min-h-[70vh] place-content-center">
      <h1 className="sr-only">{say(away ? "awayTitle" : "title")}</h1>
      <div role="status">
        <Empty
          title={say(away ? "awayTitle" : "title")}
          fact={away ? say("away") : say("fact", { code: error.digest ?? "" })}
          act={<Button onClick={() => again.current()}>{say("again")}</Button>}
        />
      </div>
    </main>
  );
}
