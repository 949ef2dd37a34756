"use client";

import { type RefObject, useEffect, useState } from "react";
import { pad } from "@/bulletin/post/strokes";

type Room = { height: number; isNarrow: boolean };

const least = 200;

/**
 * How high the pad may be, in units, so that the dialog around it fits the window; less than `least` is no pad, then
 * the dialog scrolls. Measured when the dialog is shown, not before: until then nothing has a size.
 */
export function useRoom(around: RefObject<HTMLDivElement | null>): Room {
  const [room, setRoom] = useState<Room>({ height: pad.height, isNarrow: false });
  useEffect(() => {
    const element = around.current;
    const dialog = element?.closest("dialog");
    if (!element || !dialog) return;
    const measure = () => {
      const { offsetWidth: width, offsetHeight: height } = element;
      if (!width) return;
      const most = Number.parseFloat(getComputedStyle(dialog).maxHeight);
      const others = dialog.scrollHeight + dialog.offsetHeight - dialog.clientHeight - height;
      const units = Math.floor(((most - others - 2) * pad.width) / (width - 2));
      setRoom({ height: Math.max(least, Math.min(pad.height, units || pad.height)), isNarrow: width < 500 });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
    };
  }, [around]);
  return room;
}
