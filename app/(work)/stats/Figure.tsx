import Link from "next/link";
import type { ReactNode } from "react";

/** A number that leads to its list; a counted nothing is 0, and leads nowhere. */
export function Count({ count, href, bold = false }: { count: number; href: string; bold?: boolean }) {
  if (!count) return <span className={bold ? "font-bold" : ""}>0</span>;
  return (
    <Link
      prefetch={false}
      href={href}
      className={`-my-2 inline-flex min-h-11 min-w-11 items-center justify-end hover:underline ${bold ? "font-bold" : ""}`}
    >
      {count}
    </Link>
  );
}

/**
 * A figure of the page: its name, the number in large, the unit, and what belongs to it below. Where there is nothing to
 * reckon with (`false`) a dash stands without a unit: a share of nothing is no 0 either.
 */
export function Figure({
  name,
  unit,
  children,
  more,
}: {
  name: string;
  unit: string;
  children: ReactNode;
  more?: ReactNode;
}) {
  return (
    <div className="border-line pr-10 sm:border-r sm:[&:last-of-type]:border-r-0 max-sm:pr-4">
      <p className="text-ink-2">{name}</p>
      <p className="text-figure whitespace-nowrap">
        {children === false ? "—" : children}
        {children !== false && <span className="text-body text-ink-2"> {unit}</span>}
      </p>
      {more && <p className="text-ink-3">{more}</p>}
    </div>
  );
}
