const box =
  "w-full rounded-sm border bg-sheet px-3 min-h-11 placeholder:text-ink-3 disabled:bg-sunk disabled:text-ink-3";

/** The box of every field; an error is drawn with 2 px, not with colour alone. */
export function boxClass(error: boolean, extra = ""): string {
  return `${box} ${error ? "border-2 border-ochre" : "border-field"} ${extra}`;
}

/** The one box of search, opened over a page. */
export const paletteClass = "mx-auto mt-[10vh] w-[640px] max-w-[94vw] border border-ink bg-sheet p-0 text-ink";
