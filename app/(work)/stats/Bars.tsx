import { useId } from "react";
import { ticksTo } from "./scale";

/** Of the drawing in look/stats.png. */
const pitch = 31;
const bar = 20;
const left = 104;
/** Room at the right for the figure behind the longest bar. */
const right = 64;

export type Bar = { id: string; label: string; group: string; sent: number; adopted: number };

type Props = { title: string; fact: string; rows: Bar[]; width: number };

/**
 * Sent as an outline, adopted as ink in it, in the order of the roster; every figure stands at its bar, so that
 * it can be read in black and white. `width`: what the drawing is to fill, so that its letters stay as large as
 * the page's.
 */
export function Bars({ title, fact, rows, width }: Props) {
  const id = useId();
  const most = Math.max(1, ...rows.flatMap(({ sent, adopted }) => [sent, adopted]));
  const scale = (width - left - right) / most;
  const x = (count: number) => left + count * scale;
  const tops = topsOf(rows);
  const height = (tops.at(-1)?.top ?? 0) + pitch;
  const ticks = ticksTo(most);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-fact`}
      viewBox={`0 0 ${width} ${height + 26}`}
      className="w-full text-body"
      fontSize={16}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-fact`}>{fact}</desc>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={0} y2={height} stroke="var(--color-line)" />
          <text x={x(tick)} y={height + 20} textAnchor="middle" fill="var(--color-ink-3)">
            {tick}
          </text>
        </g>
      ))}
      {tops.map(({ row: { id: key, label, sent, adopted }, top, begins }) => {
        const [middle, inside] = [top + 21, adopted * scale >= 12 * String(adopted).length + 8];
        return (
          <g key={key}>
            {begins && top > 0 && <line x1={0} x2={width} y1={top - 3} y2={top - 3} stroke="var(--color-line-2)" />}
            <text x={left - 10} y={middle} textAnchor="end" fill="var(--color-ink)">
              {label}
            </text>
            <rect
              x={left}
              y={top + 5}
              width={Math.max(sent * scale, 0.5)}
              height={bar}
              fill="var(--color-sheet)"
              stroke="var(--color-field)"
            />
            <rect x={left} y={top + 5} width={adopted * scale} height={bar} fill="var(--color-indigo)" />
            {inside && (
              <text x={x(adopted) - 6} y={middle} textAnchor="end" fill="var(--color-sheet)">
                {adopted}
              </text>
            )}
            <text x={x(Math.max(sent, adopted)) + 8} y={middle} fill="var(--color-ink)">
              {sent}
              {!inside && sent + adopted > 0 && (
                <tspan fill="var(--color-indigo)" fontWeight={700} dx={8}>
                  {adopted}
                </tspan>
              )}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Where each row begins; a group stands apart from the one before. */
function topsOf(rows: Bar[]) {
  let top = 0;
  return rows.map((row, at) => {
    const begins = at > 0 && rows[at - 1]?.group !== row.group;
    if (begins) top += 9;
    const placed = { row, top, begins };
    top += pitch;
    return placed;
  });
}
