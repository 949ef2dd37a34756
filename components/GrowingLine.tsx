"use client";

import { type ComponentProps, useEffect, useLayoutEffect, useRef } from "react";

type Props = Omit<ComponentProps<"textarea">, "value" | "onChange" | "rows"> & {
  value: string;
  onText: (text: string) => void;
};

/** One line of text that is always seen whole: where the screen is narrow it takes the rows it needs. Holds no line break. */
export function GrowingLine({ value, onText, onKeyDown, ref, className = "", ...rest }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { current: grow } = useRef(() => {
    const { current: box } = area;
    // Browsers since 2024 do it themselves. One that is not on the page yet has no height.
    if (!box?.scrollHeight || CSS.supports("field-sizing", "content")) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is as high as its text, also where that was changed from elsewhere
  useLayoutEffect(grow, [value]);
  // Told once it stands on the page, and whenever the page becomes narrower or wider.
  useEffect(() => {
    const watch = new ResizeObserver(grow);
    if (area.current) watch.observe(area.current);
    return () => watch.disconnect();
  }, [grow]);
  return (
    <textarea
      rows={1}
      value={value}
      ref={(box) => {
        area.current = box;
        if (typeof ref === "function") ref(box);
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        // While an input method is composing, this key is its own.
        if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
      }}
      onChange={({ target }) => onText(target.value.replace(/\s*\n+\s*/g, ""))}
      className={`block resize-none overflow-hidden field-sizing-content ${className}`}
      {...rest}
    />
  );
}
