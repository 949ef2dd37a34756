import type { ReactNode } from "react";

/** What it is empty of, one fact, one next act. */
export function Empty({ title, fact, act }: { title: string; fact?: ReactNode; act?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-2 px-4 py-16 text-center">
      <p className="font-serif text-lead font-bold">{title}</p>
      {fact && <p className="text-ink-3">{fact}</p>}
      {act && <div className="mt-2">{act}</div>}
    </div>
  );
}
