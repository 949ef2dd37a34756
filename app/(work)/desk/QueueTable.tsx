"use client";

import { CircleHelp, Flag, Image as ImageIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { QueueRow } from "@/bulletin/desk/queue";
import { ListedItemSign } from "@/components/StateSign";
import { hrefOf } from "./href";

/** `day`: its date as the server writes it; a browser's own clock says nothing about the year. */
export type Line = Omit<QueueRow, "date"> & { day: string | null };
type Props = {
  rows: Line[];
  handled: { items: Line[]; count: number };
  chosen?: string;
  search: Record<string, string>;
};

/**
 * One line an item: flags left, where the eye begins; unread bold; what was handled today stays below. The lines go
 * to the browser as what they say: drawn, they would be sent twice.
 */
export function QueueTable({ rows, handled, chosen, search }: Props) {
  const say = useTranslations("desk");
  const states = useTranslations("states.item");
  const line = (row: Line, isHandled: boolean) => {
    const isChosen = row.id === chosen;
    const tone = isHandled ? "text-ink-2" : "";
    return (
      <tr
        key={row.id}
        className={`h-11 border-b border-line hover:bg-sunk ${isChosen ? "bg-sheet shadow-[inset_4px_0_0_var(--color-vermilion)]" : ""} ${tone}`}
      >
        <td className="w-11 pl-5 text-ochre max-sm:w-8 max-sm:pt-2.5 max-sm:pl-3 max-sm:align-top">
          {row.priority && <Flag size={20} role="img" aria-label={say("priority")} />}
          {row.needsCheck && <CircleHelp size={20} role="img" aria-label={say("needsCheck")} />}
        </td>
        <td className="w-24 px-1.5 whitespace-nowrap max-sm:hidden">{row.office}</td>
        <td className="max-w-0 px-1.5">
          <Link
            prefetch={false}
            href={hrefOf(search, { item: row.id })}
            aria-current={isChosen ? "true" : undefined}
            className={`inside block py-2 sm:truncate ${row.unread && !isHandled ? "font-bold" : "text-ink-2"}`}
          >
            {row.title}
          </Link>
          <span className="flex items-center justify-between gap-3 pr-3 pb-2 text-ink-2 sm:hidden">
            {row.office}
            <ListedItemSign words={states} state={row.state} submissions={row.submissions} />
          </span>
        </td>
        <td className="w-11 px-1 whitespace-nowrap text-ink-3 max-sm:hidden">
          {row.images > 0 && (
            <span className="inline-flex items-center gap-1.5">
              <ImageIcon size={16} role="img" aria-label={say("pictures")} />
              {row.images}
            </span>
          )}
        </td>
        <td className="w-16 px-1.5 whitespace-nowrap max-sm:hidden">{say(`kinds.${row.kind}`)}</td>
        <td className="w-[92px] px-1.5 whitespace-nowrap max-sm:hidden">{row.section}</td>
        <td className="w-[84px] px-1.5 text-right whitespace-nowrap max-sm:hidden">{row.day}</td>
        <td className="w-[124px] pr-8 pl-2 max-sm:hidden">
          <ListedItemSign words={states} state={row.state} submissions={row.submissions} />
        </td>
      </tr>
    );
  };
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{say("title")}</caption>
      <thead className="max-sm:hidden">
        <tr className="h-9 border-b border-line-2 text-left text-ink-2 *:px-1.5 *:font-normal">
          <th scope="col">
            <span className="sr-only">{say("flags")}</span>
          </th>
          <th scope="col">{say("office")}</th>
          <th scope="col">{say("headline")}</th>
          <th scope="col">
            <span className="sr-only">{say("pictures")}</span>
          </th>
          <th scope="col">{say("kind")}</th>
          <th scope="col">{say("section")}</th>
          <th scope="col" className="text-right">
            {say("date")}
          </th>
          <th scope="col">{say("state")}</th>
        </tr>
      </thead>
      <tbody>{rows.map((row) => line(row, false))}</tbody>
      {handled.count > 0 && (
        <tbody>
          <tr className="h-[34px] border-y border-line-2 bg-sunk">
            <th colSpan={8} scope="rowgroup" className="px-8 text-left font-normal text-ink-2 max-sm:px-4">
              {say.rich("handled", { count: handled.count, b: (text) => <b>{text}</b> })}
            </th>
          </tr>
          {handled.items.map((row) => line(row, true))}
        </tbody>
      )}
    </table>
  );
}
