import Link from "next/link";
import { useTranslations } from "next-intl";
import { addressOf } from "@/bulletin/archive/search/address";
import type { Wanted } from "@/bulletin/archive/search/wanted";

export function Order({ wanted }: { wanted: Wanted }) {
  const say = useTranslations("search");
  return (
    <nav aria-label={say("order")} className="flex gap-4">
      {(["relevance", "date"] as const).map((order) => (
        <Link
          key={order}
          prefetch={false}
          href={addressOf(wanted, { order })}
          aria-current={wanted.order === order ? "true" : undefined}
          className={`inline-flex min-h-11 items-center border-b-[3px] ${wanted.order === order ? "border-ink font-bold" : "border-transparent text-ink-2 hover:text-ink"}`}
        >
          {say(order)}
        </Link>
      ))}
    </nav>
  );
}
