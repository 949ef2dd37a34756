"use client";

import { useTranslations } from "next-intl";
import type { ExampleLine } from "@/bulletin/archive/points/example";
import type { Typed } from "@/bulletin/archive/points/typed";
import { Table } from "@/components/Table";
import { useExample } from "./useExample";

/** What last quarter would have been by the rules that are typed, beside what it was. */
export function Example({ typed, quarter }: { typed: Typed; quarter: string }) {
  const say = useTranslations("pointsRules");
  const points = useTranslations("points");
  const { tables, refused, isLooking } = useExample(typed);
  const hasGroups = typed.groups.length > 0;
  return (
    <section aria-label={say("example")} aria-busy={isLooking} className="lg:sticky lg:top-4">
      <h2 className="text-lead font-bold">{say("example")}</h2>
      <p className="text-ink-3">{say("exampleFact", { quarter })}</p>
      <p role="status" className="min-h-[26px] text-ochre">
        {refused !== null && (refused ? say("exampleFailed", { sentence: refused }) : say("exampleUnreachable"))}
      </p>
      {tables?.map(({ group, lines }) => {
        const name = group ?? (hasGroups ? points("ungrouped") : say("example"));
        return (
          <div key={group ?? ""} className="pb-4">
            {hasGroups && <h3 className="font-bold">{name}</h3>}
            <Table
              caption={name}
              rows={lines.map((line) => ({ ...line, id: line.office }))}
              columns={[
                { key: "office", head: say("office"), cell: ({ office }: ExampleLine) => office },
                { key: "entries", head: say("exampleEntries"), align: "right", cell: ({ entries }) => entries },
                { key: "was", head: say("exampleWas"), align: "right", cell: ({ was }) => was },
                {
                  key: "would",
                  head: say("exampleWould"),
                  align: "right",
                  cell: ({ would, was }) => (would === was ? would : <b>{would}</b>),
                },
              ]}
            />
          </div>
        );
      })}
      {tables?.length === 0 && <p>{say("exampleNone")}</p>}
      {!tables && isLooking && <p className="text-ink-3">{say("exampleLooking")}</p>}
    </section>
  );
}
