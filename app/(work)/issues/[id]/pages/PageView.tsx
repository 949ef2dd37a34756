"use client";

import { memo, type PointerEvent, useState } from "react";
import type { Area } from "@/typesetting/rows/areas";
import type { Shown } from "./store";

type Props = {
  page: Shown["pages"][number];
  number: number;
  label: string;
  areas: Area[];
  current: { entry: string; block: number | null } | null;
  onOpen?: (area: Area) => void;
};

/** One true page. What is on it was drawn by the press; here it is shown, pointed at and opened. */
export function PageView({ page, number, label, areas, current, onOpen }: Props) {
  const [hovered, setHovered] = useState<Area | null>(null);
  const own = areas.filter((area) => area.page === number);
  const under = (event: PointerEvent | React.MouseEvent): Area | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * page.width;
    const y = ((event.clientY - box.top) / box.height) * page.height;
    const beside = own.filter((area) => x >= area.x && x <= area.x + area.width);
    const away = (area: Area) => Math.max(area.y - y, y - area.y - area.height, 0);
    // Between two paragraphs the nearer one is meant; far from all of them none is.
    const [nearest] = beside.sort((a, b) => away(a) - away(b));
    return nearest && away(nearest) < 24 ? nearest : null;
  };
  const marked = own.filter(({ entry }) => entry === current?.entry);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard every entry is opened from the list beside
    <figure
      data-page={number}
      aria-label={label}
      className={`relative m-0 border border-[#CFC5B2] bg-white [content-visibility:auto] ${hovered && onOpen ? "cursor-pointer" : ""}`}
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
      onPointerMove={onOpen && ((event) => setHovered(under(event)))}
      onPointerLeave={() => setHovered(null)}
      onClick={
        onOpen &&
        ((event) => {
          const area = under(event);
          if (area) onOpen(area);
        })
      }
    >
      <Drawing hash={page.hash} body={page.body} width={page.width} height={page.height} />
      {hovered && onOpen && <span className="bg-focus/8" style={placed(hovered, page)} />}
      {marked.map((area, at) => (
        <span key={at} className="border-l-[3px] border-vermilion" style={placed(area, page, 8)} />
      ))}
    </figure>
  );
}

/** Drawn once for each hash: a page that did not change is not touched. */
const Drawing = memo(
  function Drawing({ body, width, height }: { hash: string; body: string; width: number; height: number }) {
    return (
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="absolute inset-0 block size-full"
        aria-hidden="true"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the press draws outlines of glyphs; no text of anybody's is in it
        dangerouslySetInnerHTML={{ __html: body }}
      />
    );
  },
  (before, after) => before.hash === after.hash,
);

function placed(area: Area, page: { width: number; height: number }, outside = 0) {
  const percent = (value: number, of: number) => `${(value / of) * 100}%`;
  return {
    position: "absolute" as const,
    pointerEvents: "none" as const,
    left: percent(area.x - outside, page.width),
    top: percent(area.y, page.height),
    width: percent(area.width + outside, page.width),
    height: percent(area.height, page.height),
  };
}
