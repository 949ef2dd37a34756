import type { ElementType, ReactNode } from "react";

export type Place = { href: string; label: string; count?: number };

type Props = { links: Place[]; name: string; path: string; link: ElementType; beside?: ReactNode };

/**
 * The places; a vermilion rule under the present one. On a telephone they lie below, in two rows where the words are
 * long. `link` is what a link is made of here.
 */
export function NavList({ links, name, path, link: To, beside }: Props) {
  return (
    <nav
      aria-label={name}
      className="flex items-stretch gap-1 max-sm:gap-0 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:min-h-14 max-sm:flex-wrap max-sm:justify-around max-sm:border-t max-sm:border-line-2 max-sm:bg-paper"
    >
      {links.map(({ href, label, count }) => {
        const current = path === href || path.startsWith(`${href}/`);
        return (
          <To
            key={href}
            href={href}
            prefetch={false}
            aria-current={current ? "page" : undefined}
            className={`inside -mb-px inline-flex items-center gap-1.5 border-b-[3px] px-3.5 whitespace-nowrap max-sm:min-h-11 max-sm:px-2 max-sm:border-t-[3px] max-sm:border-b-0 ${
              current ? "border-vermilion font-bold" : "border-transparent text-ink-2 hover:text-ink"
            }`}
          >
            {label}
            {count ? <span className="font-normal text-ink-2">{count}</span> : null}
            {beside}
          </To>
        );
      })}
    </nav>
  );
}
