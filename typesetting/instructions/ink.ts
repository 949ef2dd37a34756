/** Pen strokes cut to their ink: an SVG whose viewBox is the ink, and the size of that in units of the pad (1000 across). */
export type Hand = { svg: string; width: number; height: number };

/** Half of the thickest stroke, and what a curve bulges beyond its points. */
const around = 12;

/**
 * Strokes as the pad gives them (viewBox `0 0 1000 H`, paths with absolute points), without the empty
 * paper around them: one character in the corner of a large pad would print as a dot. What is not made
 * of absolute points stays as large as its pad. Null where there is nothing to draw.
 */
export function handOf(svg: string | null): Hand | null {
  const root = svg && /<svg\b[^>]*>/.exec(svg)?.[0];
  const viewBox = /\bviewBox="\s*([^"]*?)\s*"/.exec(root ?? "")?.[1];
  if (!svg || !root || !viewBox) return null;
  const [x = 0, y = 0, wide = 0, tall = 0] = viewBox.split(/[\s,]+/).map(Number);
  if (!(wide > 0 && tall > 0) || !/<(path|polyline|circle|ellipse|line)\b/.test(svg)) return null;
  const { left, top, width, height } = inkIn(svg) ?? { left: x, top: y, width: wide, height: tall };
  const attributes = root.slice(4, -1).replace(/\s(viewBox|width|height|preserveAspectRatio|color)="[^"]*"/g, "");
  const cut = `<svg viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" color="#22304A"${attributes}>`;
  return { svg: svg.slice(svg.indexOf(root)).replace(root, () => cut), width, height };
}

type Extent = { left: number; top: number; width: number; height: number };

function inkIn(svg: string): Extent | null {
  if (/\btransform=|<(circle|ellipse|line|rect|use)\b/.test(svg)) return null;
  const paths = [...svg.matchAll(/\s(?:d|points)="([^"]*)"/g)].map(([, path = ""]) => path);
  // In these every pair of numbers is a point; relative ones, arcs and H or V are not read.
  if (!paths.every((path) => /^[MLQCTSZz\d\s.,eE+-]*$/.test(path))) return null;
  const numbers = paths.flatMap((path) => path.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g) ?? []).map(Number);
  const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, at) => at % 2 === odd));
  if (!xs?.length || xs.length !== ys?.length) return null;
  // Not spread into Math.min: a page of writing has more points than a call has arguments.
  const [left, right] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const [top, bottom] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  return {
    ...{ left: left - around, top: top - around },
    ...{ width: right - left + 2 * around, height: bottom - top + 2 * around },
  };
}
