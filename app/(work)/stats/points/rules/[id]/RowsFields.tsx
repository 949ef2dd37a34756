"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import type { Typed, TypedRow } from "@/bulletin/archive/points/typed";
import { FieldError, FieldErrors } from "@/components/Field";
import { PointsInput } from "./PointsField";

type Named = { id: string; name: string };
type Props = {
  typed: Typed;
  publications: Named[];
  levels: Named[];
  onChange: (part: Pick<Typed, "rows">) => void;
};

/** Publication by publication: what a story, a brief and a single-item issue earn here and above. */
export function RowsFields({ typed: { rows }, publications, levels, onChange }: Props) {
  const say = useTranslations("pointsRules");
  const errors = useContext(FieldErrors);
  const put = (at: number, row: TypedRow) => onChange({ rows: rows.with(at, row) });
  const columns = [
    {
      key: "own",
      head: say("own"),
      of: (row: TypedRow) => row.own,
      put: (row: TypedRow, own: string) => ({ ...row, own }),
    },
    ...levels.flatMap(({ id, name }) =>
      (["relayed", "adopted"] as const).map((what) => ({
        key: `levels.${id}.${what}`,
        head: say(what === "relayed" ? "relayedTo" : "adoptedAt", { level: name }),
        of: (row: TypedRow) => row.levels[id]?.[what] ?? "",
        put: (row: TypedRow, points: string): TypedRow => {
          const before = row.levels[id] ?? { relayed: "", adopted: "" };
          return { ...row, levels: { ...row.levels, [id]: { ...before, [what]: points } } };
        },
      })),
    ),
  ];
  if (!publications.length) return <p>{say("noPublications")}</p>;
  return (
    <div className="grid gap-6">
      {publications.map(({ id, name }) => {
        const own = rows.flatMap((row, at) => (row.publicationId === id ? [{ row, at }] : []));
        const wrong = own.flatMap(({ at }) => Object.keys(errors).filter((key) => key.startsWith(`rules.rows.${at}.`)));
        return (
          <div key={id} className="overflow-x-auto p-0.5">
            <table className="border-collapse">
              <caption className="pb-1 text-left font-bold">{say("publication", { name })}</caption>
              <thead>
                <tr>
                  <th scope="col" className="min-w-28 pr-3 text-left font-normal text-ink-3">
                    {say("kind")}
                  </th>
                  {columns.map(({ key, head }) => (
                    <th key={key} scope="col" className="min-w-24 px-1 text-right font-normal text-ink-3">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {own.map(({ row, at }) => (
                  <tr key={row.kind}>
                    <th scope="row" className="pr-3 text-left font-normal whitespace-nowrap">
                      {say(`kinds.${row.kind}`)}
                    </th>
                    {columns.map((column) => (
                      <td key={column.key} className="px-1 py-1">
                        <PointsInput
                          aria-label={say("cell", {
                            publication: name,
                            kind: say(`kinds.${row.kind}`),
                            column: column.head,
                          })}
                          value={column.of(row)}
                          isWrong={Boolean(errors[`rules.rows.${at}.${column.key}`])}
                          onChange={(points) => put(at, column.put(row, points))}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            <FieldError name={`rows-${id}`} error={errors[wrong[0] ?? ""]} />
          </div>
        );
      })}
      <p className="text-ink-3">
        {say("blank")}
        {!levels.length && ` ${say("noLevels")}`}
      </p>
    </div>
  );
}
