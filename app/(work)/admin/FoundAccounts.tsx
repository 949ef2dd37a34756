import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { Pager } from "@/components/Pager";

type Props = {
  part: "accounts" | "roles";
  text: string;
  found: { count: number; page: number; pages: number };
  /** The table of those on this page. */
  children: ReactNode;
};

/** What a search among accounts found, in pages; and what to do where it found none. */
export function FoundAccounts({ part, text, found: { count, page, pages }, children }: Props) {
  const say = useTranslations("admin");
  const all = `/admin?part=${part}`;
  if (!count)
    return (
      <Empty
        title={say("noAccount")}
        fact={say("noAccountFact")}
        act={<LinkButton href={all}>{say("allAccounts")}</LinkButton>}
      />
    );
  const href = (to: number) => `/admin?${new URLSearchParams({ part, ...(text && { text }), page: String(to) })}`;
  return (
    <>
      {children}
      <Pager page={page} pages={pages} href={href} />
    </>
  );
}
