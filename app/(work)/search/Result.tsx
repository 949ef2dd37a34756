import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Found } from "@/bulletin/archive/search/find";
import type { Piece } from "@/bulletin/archive/search/marks";
import { formatDay } from "@/lib/dates";
import { listed } from "@/lib/listed";

type Row = Found["rows"][number];

/** Title, a piece of the text with what was looked for, and where it stands. */
export function Result({ row, locale }: { row: Row; locale: string }) {
  const say = useTranslations("search");
  const { kind, href, title, snippet, date, office, section, issue, other, named } = row;
  const issueTitle =
    issue &&
    (issue.number === null
      ? say("issueInWork", { publication: issue.publication })
      : say("issueTitle", { ...issue, year: String(issue.year), number: String(issue.number) }));
  const place = [
    say(`kinds.${kind}`),
    kind === "issue" ? "" : issueTitle,
    section,
    office,
    date && formatDay(date, locale),
  ];
  return (
    <li className="border-b border-line py-3">
      <Link
        prefetch={false}
        href={href}
        className="inline-flex min-h-11 items-center font-serif text-lead font-bold hover:underline"
      >
        <span>{kind === "issue" ? issueTitle : <Marked pieces={title} />}</span>
      </Link>
      {snippet.length > 0 && (
        <p className="text-ink-2">
          <Marked pieces={snippet} />
        </p>
      )}
      <p className="text-ink-3">
        {place.filter(Boolean).join("　")}
        {other && (
          <Link prefetch={false} href={other.href} className="texttool ml-4 inline-flex min-h-11 items-center">
            {say(`others.${other.kind}`)}
          </Link>
        )}
      </p>
      {named.length > 0 && (
        <p className="text-ink-3">
          {say("named", {
            names: listed(
              named.map(({ name, title: held }) => `${held}${held ? " " : ""}${name}`),
              locale,
            ),
          })}
        </p>
      )}
    </li>
  );
}

function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>));
}
