import { getLocale, getTranslations } from "next-intl/server";
import type { Subjects } from "@/bulletin/people/recordSubjects";
import { Table } from "@/components/Table";
import { formatMoment } from "@/lib/dates";
import { aboutOf, actName, recordWords, subjectsIn, whoOf } from "./record/words";
import { SubjectLinks } from "./SubjectLinks";

type Event = { id: bigint; at: Date; actorName: string; act: string; refused: boolean; detail: unknown };
type About = { actorId?: string | null; itemId?: string | null; issueId?: string | null; subjectId?: string | null };
type Props = { caption: string; events: (Event & About)[]; subjects?: Subjects };

/** Lines of the record: when, who, what, and what it was about, by its name where whoever reads may know it. */
export async function EventTable({ caption, events, subjects = new Map() }: Props) {
  const [say, words, locale] = await Promise.all([getTranslations("admin"), recordWords(), getLocale()]);
  return (
    <Table
      caption={caption}
      rows={events}
      columns={[
        {
          key: "at",
          head: say("at"),
          cell: ({ at }) => formatMoment(at, locale, { record: true, year: true }),
          className: "w-32 sm:w-56 sm:whitespace-nowrap",
        },
        { key: "who", head: say("who"), cell: (event) => whoOf(event, words), className: "w-20 lg:w-40" },
        {
          key: "act",
          head: say("act"),
          cell: (event) => (
            <>
              <span className={event.refused ? "text-ochre" : ""}>{actName(event.act, words)}</span>
              <span className="block lg:hidden">
                <SubjectLinks subjects={subjectsIn(event, subjects, words)} />
              </span>
            </>
          ),
          className: "lg:w-48",
        },
        {
          key: "about",
          head: say("about"),
          wide: true,
          cell: (event) => (
            <>
              {aboutOf(event.detail, words, subjects)}
              <span className="block">
                <SubjectLinks subjects={subjectsIn(event, subjects, words)} />
              </span>
            </>
          ),
        },
      ]}
    />
  );
}
