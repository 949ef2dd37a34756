"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useState } from "react";
import { Notice } from "@/components/Notice";

/** Takes recovery codes from the form that made them. */
export const ShowSpares = createContext<(codes: string[]) => void>(() => {});

/** Shows recovery codes this once, above a page that is read again meanwhile. */
export function Spares({ children }: { children: ReactNode }) {
  const say = useTranslations("account.step");
  const [codes, setCodes] = useState<string[]>([]);
  return (
    <ShowSpares value={setCodes}>
      {codes.length > 0 && (
        <section className="mb-6 grid gap-3">
          <Notice>{say("sparesFact")}</Notice>
          <ul className="grid max-w-[560px] grid-cols-2 gap-x-8 gap-y-1 font-mono max-sm:grid-cols-1">
            {codes.map((each) => (
              <li key={each} className="select-all">
                {each}
              </li>
            ))}
          </ul>
        </section>
      )}
      {children}
    </ShowSpares>
  );
}
