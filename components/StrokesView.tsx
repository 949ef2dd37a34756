import { type Drawing, outlineOf, pad } from "@/bulletin/post/strokes";

/** What a leader wrote by hand, as wide as its place. `label` says what it is to who cannot see it. */
export function StrokesView({ drawing, label }: { drawing: Drawing; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${pad.width} ${drawing.height}`}
      className="block h-auto w-full fill-pen"
    >
      {drawing.strokes.map((stroke, at) => (
        <path key={at} d={outlineOf(stroke)} />
      ))}
    </svg>
  );
}
