/**
 * The measures of the page in the units of a Word file: twips (a twentieth of a point) for lengths,
 * half-points for sizes, eighths of a point for lines. GB/T 9704-2012, as typesetting/templates/measures.typ.
 */
export const millimetres = (length: number) => Math.round((length * 1440) / 25.4);
export const points = (length: number) => Math.round(length * 20);

export const page = {
  width: 11906,
  height: 16838,
  top: millimetres(37),
  right: millimetres(26),
  bottom: millimetres(35),
  left: millimetres(28),
};

/** 版心, 156 mm. */
export const typeArea = page.width - page.left - page.right;

/** 22 lines in 225 mm would be 28.99 pt; 28.95 is what offices enter in Word, and never loses the last line. */
export const pitch = 28.95;

/**
 * 28 characters of 16 pt are 448 pt, the type area is 442.2 pt: each character stands a quarter of a point
 * closer, which is the 15.75 pt of the printers' 3号. Word's own way, a character grid, LibreOffice reads as
 * wider characters and as whole rows for every line.
 */
export const closeness = -5;

/** Half-points. */
export const sizes = { title2: 44, three: 32, four: 28, smallFour: 24 };

/** Eighths of a point: 0.35 mm and 0.25 mm (GB/T 9704 7.4.1), 2.25 pt for the red rule, 0.5 pt for tables. */
export const rules = { outer: 8, inner: 6, red: 18, table: 4 };
