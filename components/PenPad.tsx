"use client";

import { useTranslations } from "next-intl";
import { memo, useCallback, useMemo, useRef, useState } from "react";
import {
  type Drawing,
  drawingOf,
  isDrawn,
  isFull,
  lowestOf,
  nothingDrawn,
  outlineOf,
  pad,
  type Stroke,
} from "@/bulletin/post/strokes";
import { Button } from "./Button";
import { usePen } from "./usePen";
import { useRoom } from "./useRoom";

type Props = {
  name: string;
  value: Drawing;
  onChange: (drawing: Drawing) => void;
  /** What is written here, to who cannot see it. */
  label: string;
};

/**
 * A pad to write on by pen, finger or mouse. `value` goes with the form as JSON in the field `name`. It grows
 * as the writing comes near its lower edge, as far as the dialog around it has room, and becomes small again only
 * when cleared: the buttons below stay where the hand found them. Nobody has to write by hand; the hint says so.
 */
export function PenPad({ name, value, onChange, label }: Props) {
  const say = useTranslations("pen");
  const [grown, setGrown] = useState(0);
  const around = useRef<HTMLDivElement>(null);
  const [cleared, setCleared] = useState<Drawing | null>(null);
  const room = useRoom(around);
  const grow = useCallback((lowest: number) => setGrown((before) => Math.max(before, heightFor(lowest))), []);
  const lowest = lowestOf(value.strokes);
  // What was written on a higher pad is shown whole, however small.
  const floor = Math.max(room.height, Math.ceil(lowest));
  const { live, isWriting, change, on } = usePen(value, give, grow, floor);
  const json = useMemo(() => JSON.stringify(value), [value]);
  // On a telephone the pad is a third as wide: all of its height is needed from the beginning.
  const height = Math.min(floor, room.isNarrow ? pad.height : Math.max(grown, heightFor(lowest)));
  const count = value.strokes.length;

  function give(drawing: Drawing) {
    setCleared(null);
    setGrown(Math.max(height, heightFor(lowestOf(drawing.strokes))));
    onChange(drawing);
  }

  /** One touch beside 撤一笔: what it takes away can be had back until the next stroke. */
  function clear() {
    change(nothingDrawn);
    setCleared(value);
    setGrown(0);
  }

  return (
    <div>
      <input type="hidden" name={name} value={json} />
      <div ref={around} className="relative border border-field bg-sheet">
        <svg
          role="img"
          aria-label={count ? say("written", { label, count }) : label}
          viewBox={`0 0 ${pad.width} ${height}`}
          style={{ maxWidth: `${(100 * Math.min(room.height, height)) / height}%` }}
          className="mx-auto block h-auto w-full cursor-crosshair touch-none select-none fill-pen"
          {...on}
        >
          {value.strokes.map((stroke, at) => (
            <Ink key={at} stroke={stroke} />
          ))}
          <path ref={live} />
        </svg>
        {!count && !isWriting && (
          <p className="pointer-events-none absolute inset-0 flex items-center justify-center px-4 text-center text-ink-3">
            {say("hint")}
          </p>
        )}
      </div>
      <div className="flex min-h-11 flex-wrap items-center gap-4">
        {isDrawn(value) && (
          <>
            <Button tone="text" onClick={() => change(drawingOf(value.strokes.slice(0, -1)))}>
              {say("undo")}
            </Button>
            <Button tone="text" className="min-w-11" onClick={clear}>
              {say("clear")}
            </Button>
          </>
        )}
        {!isDrawn(value) && cleared && (
          <Button tone="text" className="min-w-11" onClick={() => change(cleared)}>
            {say("restore")}
          </Button>
        )}
        <span role="status" className="text-ink-2">
          {isFull(value) && say("full")}
        </span>
      </div>
    </div>
  );
}

/** Its outline is computed once: a drawing of hundreds of strokes is drawn anew with each of them. */
const Ink = memo(({ stroke }: { stroke: Stroke }) => <path d={outlineOf(stroke)} />);

/** Room for writing that has come down to `lowest`: 260 units, and a hundred more whenever 60 are left. */
function heightFor(lowest: number): number {
  const steps = Math.ceil(Math.max(0, lowest + 60 - 260) / 100);
  return Math.min(pad.height, 260 + steps * 100);
}
