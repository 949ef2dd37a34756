import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Point } from "@/bulletin/archive/statistics/overTime";
import { ticksTo } from "./scale";

const [left, right, top, height] = [34, 92, 12, 116];

type Props = { points: Point[]; width: number; labelOf: (point: Point) => string };

/** Two lines along the period, each named where it ends: the thin one sent, the thick one adopted. */
export function TimeLines({ points, width, labelOf }: Props) {
  const say = useTranslations("stats");
  const id = useId();
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return null;
  const most = Math.max(1, ...points.flatMap(({ sent, adopted }) => [sent, adopted]));
  const ticks = ticksTo(most, 3);
  const across = width - left - right;
  const x = (at: number) => left + (points.length > 1 ? (at * across) / (points.length - 1) : across / 2);
  const y = (count: number) => top + height - (count * height) / most;
  const path = (of: "sent" | "adopted") => points.map((point, at) => `${x(at)},${y(point[of])}`).join(" ");
  // Two names at the same height would cover each other.
  const apart = Math.max(0, (24 - Math.abs(y(last.sent) - y(last.adopted))) / 2);
  const sentAbove = last.sent >= last.adopted ? -1 : 1;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-fact`}
      viewBox={`0 0 ${width} ${top + height + 30}`}
      className="w-full text-body"
      fontSize={16}
    >
      <title id={`${id}-title`}>{say(`overTime.${first.unit}`)}</title>
      <desc id={`${id}-fact`}>{say("overTimeFact")}</desc>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={left + across}
            y1={y(tick)}
            y2={y(tick)}
            stroke={`var(--color-line${tick ? "" : "-2"})`}
          />
          <text x={left - 10} y={y(tick) + 6} textAnchor="end" fill="var(--color-ink-3)">
            {tick}
          </text>
        </g>
      ))}
      {named(points, across, labelOf).map(({ at, label }) => (
        <text key={at} x={x(at)} y={top + height + 24} textAnchor="middle" fill="var(--color-ink-3)">
          {label}
        </text>
      ))}
      <polyline points={path("sent")} fill="none" stroke="var(--color-field)" strokeWidth={1.5} />
      <polyline points={path("adopted")} fill="none" stroke="var(--color-indigo)" strokeWidth={2.5} />
      <circle cx={x(points.length - 1)} cy={y(last.sent)} r={3.5} fill="var(--color-field)" />
      <circle cx={x(points.length - 1)} cy={y(last.adopted)} r={4} fill="var(--color-indigo)" />
      <text x={x(points.length - 1) + 10} y={y(last.sent) + 6 + sentAbove * apart} fill="var(--color-ink-2)">
        {`${say("sent")} ${last.sent}`}
      </text>
      <text
        x={x(points.length - 1) + 10}
        y={y(last.adopted) + 6 - sentAbove * apart}
        fill="var(--color-indigo)"
        fontWeight={700}
      >
        {`${say("adopted")} ${last.adopted}`}
      </text>
    </svg>
  );
}

/** The first, the last, and of those between as many as have room. */
function named(points: Point[], across: number, labelOf: (point: Point) => string) {
  const labels = points.map(labelOf);
  const wide = Math.max(
    ...labels.map((label) => [...label].reduce((sum, each) => sum + (each > "\u2e7f" ? 16 : 9), 0)),
  );
  const room = Math.max(1, Math.floor(across / (wide + 16)));
  const step = Math.max(1, Math.ceil((points.length - 1) / room));
  return labels.flatMap((label, at) => {
    const isEnd = at === points.length - 1;
    return isEnd || (at % step === 0 && points.length - 1 - at >= step) ? { at, label } : [];
  });
}
