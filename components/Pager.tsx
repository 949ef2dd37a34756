import Link from "next/link";
import { useTranslations } from "next-intl";

/** Pages of a long list, as links. */
export function Pager({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const say = useTranslations("pager");
  if (pages < 2) return null;
  const link = "texttool inline-flex min-h-11 items-center px-3";
  return (
    <nav aria-label={say("name")} className="flex items-center justify-center gap-4 py-4">
      {page > 1 && (
        <Link prefetch={false} className={link} href={href(page - 1)} rel="prev">
          {say("previous")}
        </Link>
      )}
      <span className="text-ink-3">{say("place", { page, pages })}</span>
      {page < pages && (
        <Link prefetch={false} className={link} href={href(page + 1)} rel="next">
          {say("next")}
        </Link>
      )}
    </nav>
  );
}
