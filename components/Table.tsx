import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "left" | "right";
  /** Left out where the screen is narrow. */
  wide?: boolean;
  /** Where the screen is narrow it stands below the first cell. */
  below?: boolean;
  className?: string;
};

/** The one table: rows of 44 px, hairlines between them, no stripes. */
export function Table<Row extends { id: string | bigint }>({
  columns,
  rows,
  caption,
  group,
}: {
  columns: Column<Row>[];
  rows: Row[];
  caption: string;
  group?: { label: ReactNode; rows: Row[] };
}) {
  const tone = (column: Column<Row>) =>
    `${column.align === "right" ? "text-right" : "text-left"} ${column.wide || column.below ? "max-lg:hidden" : ""} ${column.className ?? ""}`;
  const below = columns.filter((column) => column.below);
  const line = (row: Row) => (
    <tr key={String(row.id)} className="border-b border-line hover:bg-sunk">
      {columns.map((column, at) => (
        <td key={column.key} className={`h-11 px-2 py-2 align-top ${tone(column)}`}>
          {column.cell(row)}
          {at === 0 &&
            below.map(({ key, cell }) => (
              <div key={key} className="text-ink-3 lg:hidden">
                {cell(row)}
              </div>
            ))}
        </td>
      ))}
    </tr>
  );
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="h-9 border-b border-line-2">
          {columns.map((column) => (
            <th key={column.key} scope="col" className={`px-2 font-normal text-ink-3 ${tone(column)}`}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(line)}
        {group && group.rows.length > 0 && (
          <tr className="h-[34px] border-y border-line-2 bg-sunk">
            <th colSpan={columns.length} scope="rowgroup" className="px-2 text-left font-normal text-ink-2">
              {group.label}
            </th>
          </tr>
        )}
        {group?.rows.map(line)}
      </tbody>
    </table>
  );
}
