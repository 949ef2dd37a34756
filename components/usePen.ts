"use client";

import {
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import {
  type Drawing,
  drawingOf,
  isApart,
  isFull,
  outlineOf,
  pad,
  type Stroke,
  simplified,
} from "@/bulletin/post/strokes";

/** The stroke that is being written: by which pointer, and when its last point came. */
type Current = { pointer: number; kind: string; points: Stroke; at: number };

/**
 * Pointer events of a pad as strokes. The stroke under way is drawn past React, once a frame, into the path
 * `live`; lifted, it is simplified and given to `onChange` with those before. `lowest` is told how far down
 * the writing has come, in units of the pad; it comes no lower than `floor`.
 */
export function usePen(
  value: Drawing,
  onChange: (drawing: Drawing) => void,
  lowest: (y: number) => void,
  floor: number,
) {
  const [isWriting, setWriting] = useState(false);
  const live = useRef<SVGPathElement>(null);
  const current = useRef<Current | null>(null);
  const penSeen = useRef(false);
  const frame = useRef(0);
  // Two strokes may end before the page has drawn the first: the second is added to what was given last.
  const latest = useRef(value);

  const draw = useCallback(() => {
    frame.current = 0;
    live.current?.setAttribute("d", current.current ? outlineOf(current.current.points) : "");
  }, []);
  // The live stroke goes in the same frame in which it stands among the others.
  useLayoutEffect(() => {
    latest.current = value;
    draw();
  }, [value, draw]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  function start(event: ReactPointerEvent<SVGSVGElement>) {
    const { pointerId, pointerType, button, currentTarget, timeStamp } = event;
    if (pointerType === "pen") penSeen.current = true;
    // Who writes with a pen rests the hand on the glass.
    else if (pointerType === "touch" && penSeen.current) return;
    const isPalm = current.current?.kind === "touch" && pointerType === "pen";
    if (button !== 0 || (current.current && !isPalm) || isFull(latest.current)) return;
    currentTarget.setPointerCapture(pointerId);
    current.current = { pointer: pointerId, kind: pointerType, points: [], at: timeStamp };
    setWriting(true);
    take(event);
  }

  function move(event: ReactPointerEvent<SVGSVGElement>) {
    if (event.pointerId === current.current?.pointer) take(event);
  }

  /** The pointer was lifted, or the system took it away: what was drawn until then stays. */
  function end(event: ReactPointerEvent<SVGSVGElement>) {
    const done = current.current;
    if (event.pointerId !== done?.pointer) return;
    current.current = null;
    setWriting(false);
    change(drawingOf([...latest.current.strokes, simplified(done.points)]));
  }

  function take({ nativeEvent, currentTarget }: ReactPointerEvent<SVGSVGElement>) {
    if (!current.current) return;
    const box = currentTarget.getBoundingClientRect();
    const between = nativeEvent.getCoalescedEvents?.() ?? [];
    for (const each of between.length ? between : [nativeEvent]) {
      const x = within(((each.clientX - box.left) / box.width) * pad.width, pad.width);
      const y = within(((each.clientY - box.top) / box.width) * pad.width, floor);
      add(current.current, x, y, each);
      lowest(y);
    }
    frame.current ||= requestAnimationFrame(draw);
  }

  function change(drawing: Drawing) {
    latest.current = drawing;
    onChange(drawing);
  }

  const on = { onPointerDown: start, onPointerMove: move, onPointerUp: end, onPointerCancel: end };
  return { live, isWriting, change, on: { ...on, onLostPointerCapture: end } };
}

function add(current: Current, x: number, y: number, { pointerType, pressure, timeStamp }: PointerEvent): void {
  const { points, at } = current;
  const last = points.slice(-3);
  // 0.5 is what a device says that cannot feel.
  const isFelt = pointerType === "pen" && pressure > 0 && pressure !== 0.5;
  const pressed = isFelt ? within(pressure * 100, 100) : pressedAt(last, x, y, timeStamp - at);
  if (!isApart(points, x, y, pressed)) return;
  points.push(x, y, pressed);
  current.at = timeStamp;
}

/**
 * The pressure, 0 to 100, of a pointer that tells none: who is quick presses less. It is taken from the speed as
 * the hand wrote, and not later from the points, whose distances are others once the stroke is simplified.
 */
function pressedAt([lastX, lastY, last = 55]: number[], x: number, y: number, milliseconds: number): number {
  if (lastX === undefined || lastY === undefined) return last;
  const speed = Math.hypot(x - lastX, y - lastY) / Math.max(1, milliseconds);
  const wanted = 70 - 45 * Math.min(1, speed / 2);
  return within(last + (wanted - last) * 0.25, 100);
}

function within(value: number, max: number): number {
  return Math.max(0, Math.min(max, Math.round(value)));
}
