import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = {
  page: number;
  /** Null where nobody counted them to the end; then `goesOn` says whether there is a next one. */
  pages: number | null;
  goesOn?: boolean;
  href: (page: number) => string;
};

/** Pages of a long list, as links. */
export function Pager({ page, pages, goesOn = pages !== null && page < pages, href }: Props) {
  const say = useTranslations("pager");
  if (pages === null ? page === 1 && !goesOn : pages < 2) return null;
  const link = "texttool inline-flex min-h-11 items-center px-3";
  return (
    <nav aria-label={say("name")} className="flex items-center justify-center gap-4 py-4">
      {page > 1 && (
        <Link prefetch={false} className={link} href={href(page - 1)} rel="prev">
          {say("previous")}
        </Link>
      )}
      <span className="text-ink-3">{pages === null ? say("page", { page }) : say("place", { page, pages })}</span>
      {goesOn && (
        <Link prefetch={false} className={link} href={href(page + 1)} rel="next">
          {say("next")}
        </Link>
      )}
    </nav>
  );
}
