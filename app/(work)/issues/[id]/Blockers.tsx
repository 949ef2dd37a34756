import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Board } from "@/bulletin/desk/board";
import type { Blocker } from "@/bulletin/press/blockers";
import { isFrozen } from "@/bulletin/workflow";

/** Everything that stands in the way of sign-off, each with a link to the place where it is mended. */
export function Blockers({ issue }: { issue: Board }) {
  const say = useTranslations("blockers");
  if (!issue.blockers.length || isFrozen(issue.state)) return null;
  const href = ({ at }: Blocker) => {
    if (at.entryId) return `/issues/${issue.id}/entries/${at.entryId}`;
    if (at.place === "queue") return "/desk";
    return at.place === "publication" ? "/issues/publications" : `/issues/${issue.id}/${at.place}`;
  };
  return (
    <section className="border-b border-line-2 bg-sunk px-8 py-3 max-sm:px-4" aria-label={say("name")}>
      <p className="flex flex-wrap items-center gap-2">
        <TriangleAlert size={20} className="text-ochre" aria-hidden />
        <b className="text-ochre">{say("count", { count: issue.blockers.length })}</b>
        <span className="text-ink-3">{say("fact")}</span>
      </p>
      <ul>
        {issue.blockers.map((blocker, at) => (
          <li key={at} className="flex items-center justify-between gap-4">
            <span>{say(blocker.key as "noText", blocker.values as never)}</span>
            <Link
              prefetch={false}
              href={href(blocker)}
              className="texttool inline-flex min-h-11 items-center whitespace-nowrap"
            >
              {say("mend")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
