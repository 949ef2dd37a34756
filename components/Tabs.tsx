import Link from "next/link";
import type { ElementType } from "react";

export type Tab = { href: string; label: string; count?: number | string; current: boolean; apart?: boolean };

/** Views of one list: an ink rule under the present one, and a count. */
export function Tabs({ tabs, name, link: Place = Link }: { tabs: Tab[]; name: string; link?: ElementType }) {
  return (
    <nav aria-label={name} className="flex flex-wrap items-end gap-x-5 border-b border-line-2">
      {tabs.map(({ href, label, count, current, apart }) => (
        <Place
          key={`${href} ${label}`}
          prefetch={false}
          href={href}
          aria-current={current ? "page" : undefined}
          className={`inside -mb-px inline-flex min-h-11 items-center gap-1.5 border-b-[3px] whitespace-nowrap ${
            current ? "border-ink font-bold" : "border-transparent text-ink-2 hover:text-ink"
          } ${apart ? "relative ml-4 before:absolute before:-left-4 before:h-4 before:w-px before:bg-line-2" : ""}`}
        >
          {label}
          {count !== undefined && <span className={current ? "" : "text-ink-3"}>{count}</span>}
        </Place>
      ))}
    </nav>
  );
}
