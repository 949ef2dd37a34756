import { useTranslations } from "next-intl";
import type { Line } from "@/bulletin/archive/statistics/breakdowns";
import { rateOf } from "@/bulletin/archive/statistics/tallies";
import { Empty } from "@/components/Empty";
import { Table } from "@/components/Table";
import { percent } from "@/lib/percent";
import { Count } from "./Figure";
import { LineBars } from "./LineBars";
import { listHref, type Query } from "./query";

type Lines = { name: string; head: string; lines: Line[]; queryOf: (line: Line) => Query };

/** Section by section, publication by publication. */
export function SectionsPart({
  sections,
  publications,
  query,
}: {
  sections: Line[];
  publications: Line[];
  query: Query;
}) {
  const say = useTranslations("stats");
  const named = sections.map((line) => ({ ...line, name: line.name || say("noSection") }));
  return (
    <div className="grid gap-10">
      <LinesTable
        name={say("bySection")}
        head={say("section")}
        lines={named}
        queryOf={({ id }) => ({ ...query, section: id })}
      />
      <div>
        <LinesTable
          name={say("byPublication")}
          head={say("publication")}
          lines={publications}
          queryOf={({ id }) => ({ ...query, publication: id })}
        />
        <p className="pt-3 text-ink-2">{say("publicationsFact")}</p>
      </div>
    </div>
  );
}

/** The officials whom the items name, in the order of the roster. */
export function OfficialsPart({ officials, query }: { officials: Line[]; query: Query }) {
  const say = useTranslations("stats");
  if (!officials.length) return <Empty title={say("noOfficials")} />;
  return (
    <div>
      <LinesTable
        name={say("byOfficial")}
        head={say("official")}
        lines={officials}
        queryOf={({ id }) => ({ ...query, official: id })}
      />
      <p className="pt-3 text-ink-2">{say("byOfficialFact")}</p>
    </div>
  );
}

function LinesTable({ name, head, lines, queryOf }: Lines) {
  const say = useTranslations("stats");
  return (
    <section
      aria-label={name}
      className="grid items-start gap-x-10 gap-y-3 lg:grid-cols-[minmax(0,584fr)_minmax(0,752fr)]"
    >
      <div>
        <h2 className="pb-3 font-bold">{name}</h2>
        <LineBars name={name} lines={lines} />
      </div>
      <Table
        caption={name}
        rows={lines}
        columns={[
          { key: "name", head, cell: (line) => line.name },
          {
            key: "sent",
            head: say("sent"),
            align: "right",
            cell: (line) => <Figure line={line} what="sent" query={queryOf(line)} />,
          },
          {
            key: "adopted",
            head: say("adopted"),
            align: "right",
            cell: (line) => <Figure line={line} what="adopted" query={queryOf(line)} />,
          },
          {
            key: "rate",
            head: say("rate"),
            align: "right",
            cell: (line) => percent(rateOf(line)),
          },
        ]}
      />
    </section>
  );
}

function Figure({ line, what, query }: { line: Line; what: "sent" | "adopted"; query: Query }) {
  return <Count count={line[what]} href={listHref(query, what)} bold={what === "adopted"} />;
}
