"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useRef, useState } from "react";
import { Button } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { type Hindrance, hindrance } from "@/lib/hindrance";

const pause = 3_000;

/**
 * Something that nobody foresaw. What was typed is kept by the pages that save. Where something
 * hinders the server (no database, a full disk, an upgrade) the page says which, looks again every few seconds, and
 * opens by itself once the server can work.
 */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const say = useTranslations("error");
  const router = useRouter();
  const [hinders, setHinders] = useState<Hindrance | null>(null);
  const again = useRef(() => {});
  again.current = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasHindered = false;
    let isOver = false;
    const look = async () => {
      const found = await hindrance();
      if (isOver) return;
      if (!found) {
        if (wasHindered) again.current();
        return;
      }
      wasHindered = true;
      setHinders(found);
      timer = setTimeout(look, pause);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);

  const title = hinders ? say(`hindered.${hinders}.title`) : say("title");
  return (
    <main className="grid min-h-[70vh] place-content-center">
      <h1 className="sr-only">{title}</h1>
      <div role="status">
        <Empty
          title={title}
          fact={hinders ? say(`hindered.${hinders}.fact`) : say("fact", { code: error.digest ?? "" })}
          act={<Button onClick={() => again.current()}>{say("again")}</Button>}
        />
      </div>
    </main>
  );
}
