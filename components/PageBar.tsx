import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** The bar under the top bar: the way back, what this is, and the acts at the right. */
export function PageBar({
  back,
  children,
  acts,
  staysInSight = false,
}: {
  back?: { href: string; label: string };
  children: ReactNode;
  acts?: ReactNode;
  /** Over a page as long as what is written on it: what is saved and what not is seen at its end too. */
  staysInSight?: boolean;
}) {
  return (
    <div
      className={`flex min-h-[68px] shrink-0 flex-wrap items-center gap-x-5 gap-y-2 border-b border-line-2 px-8 py-2 max-sm:px-4 ${staysInSight ? "bg-paper sm:sticky sm:top-0 sm:z-20" : ""}`}
    >
      {back && (
        <Link
          prefetch={false}
          href={back.href}
          className="inline-flex min-h-11 items-center gap-1 pr-5 text-ink-2 sm:border-r sm:border-line-2 hover:text-ink"
        >
          <ChevronLeft size={20} aria-hidden />
          {back.label}
        </Link>
      )}
      <div className="flex min-w-0 grow basis-[280px] flex-wrap items-center gap-x-4 gap-y-1">{children}</div>
      {acts && <div className="flex flex-wrap items-center gap-3">{acts}</div>}
    </div>
  );
}

export function PageTitle({ children }: { children: ReactNode }) {
  return <h1 className="text-title font-bold">{children}</h1>;
}
