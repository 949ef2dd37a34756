import type { Form } from "./form";
import { linesIn } from "./setting";

/** A form brought to a height: what its picture and its strips take, and what is left over. */
export type Fit = {
  form: Form;
  height: number;
  /** Rows of air that the headline gets. */
  extra: number;
  pictureRows: number;
  stripRows: number[];
  /** Rows of the frame of the text. */
  textRows: number;
  /** In a box, which is off the grid, the lines may be set wider apart. */
  loose: number;
  /** The text goes on elsewhere. */
  cut: boolean;
  cost: number;
};

/** Lines that a cut leaves for the next page at the least, and rows that stay here. */
const leastLeft = 8;
const leastKept = 5;
/** Rows of air for a headline, and for one that is only repeated. */
const mostExtra = (form: Form) => (form.headRows === 0 ? 0 : form.resumed ? 1 : 3);
const loosest = 1.25;

/** The whole story in so many rows, or null if it does not fit. */
export function wholeIn(form: Form, height: number): Fit | null {
  const { picture, strips, placing } = form;
  const tables = sum(form.tableRows);
  const room = height - form.headRows - form.around - tables;
  const beside = placing === "side";
  const above = placing === "top";
  const least = beside ? Math.max(form.textRows, picture.least) : form.textRows + (above ? picture.least : 0);
  const most = beside ? Math.max(picture.most, 0) : form.textRows + (above ? picture.most : 0);
  const [stripsLeast, stripsNatural] = [
    sum(strips.map(({ rows }) => rows.least)),
    sum(strips.map(({ rows }) => rows.natural)),
  ];
  if (least > most || least + stripsLeast > room) return null;
  const body = clamp(room - stripsNatural, least, most);
  const stripRows = spread(
    strips.map(({ rows }) => rows),
    room - body,
  );
  const over = room - body - sum(stripRows);
  const loose = form.around && form.textRows ? Math.min(loosest, 1 + over / form.textRows) : 1;
  const left = over - Math.round((loose - 1) * form.textRows);
  const extra = Math.min(mostExtra(form), left);
  const pictureRows = beside ? body : above ? body - form.textRows : picture.natural;
  const fit = {
    form,
    height,
    extra,
    pictureRows,
    stripRows,
    textRows: beside ? body : form.textRows,
    loose,
    cut: false,
  };
  const white = (left - extra) * form.width + (beside ? (body - form.textRows) * form.setting.columns : 0);
  return { ...fit, cost: costOf(fit, white) };
}

/** As much as the rows hold; other pictures and tables go with the rest. */
export function partIn(form: Form, height: number): Fit | null {
  const { picture, placing, setting } = form;
  const room = height - form.headRows - form.around;
  const above = placing === "top";
  const pictureRows = above
    ? clamp(room - 2 * leastKept, picture.least, picture.natural)
    : placing === "side"
      ? 0
      : picture.natural;
  const most = above ? room - pictureRows : room;
  const lines = (rows: number) =>
    linesIn(setting.style, rows) * setting.columns - (placing === "inset" ? pictureRows : 0);
  let textRows = placing === "side" ? Math.min(most, picture.most) : most;
  while (textRows >= leastKept && form.lines - lines(textRows) < leastLeft) textRows -= 1;
  if (textRows < leastKept || lines(textRows) < 2 * leastKept) return null;
  if (placing === "side" && textRows < picture.least) return null;
  if (placing === "inset" && textRows < pictureRows + 1) return null;
  const left = most - textRows;
  const extra = Math.min(mostExtra(form), left);
  const fit = {
    form,
    height,
    extra,
    pictureRows: placing === "side" ? textRows : pictureRows,
    stripRows: [],
    textRows,
    loose: 1,
    cut: true,
  };
  const kept = lines(textRows);
  const jump = form.jump + 0.05 * (form.lines - kept) + (kept < 0.35 * form.lines ? 14 : 0) + (form.around ? 40 : 0);
  return { ...fit, cost: jump + costOf(fit, (left - extra) * form.width) };
}

type Open = Omit<Fit, "cost">;

/** In cells of white: a row of one column left empty counts 1. */
function costOf({ form, extra, pictureRows, stripRows, textRows, loose, cut }: Open, white: number): number {
  const { width, setting, picture } = form;
  const ragged = cut ? 0 : Math.max(0, linesIn(setting.style, form.textRows) * setting.columns - form.lines);
  const stretched = (rows: number, natural: number, columns: number) =>
    natural ? columns * natural * 0.8 * Math.log(rows / natural) ** 2 : 0;
  const strips = form.strips.slice(0, stripRows.length);
  const flat = form.lines && width > 1 && textRows < 6 ? (6 - textRows) * width * 0.5 : 0;
  const long = textRows > 30 ? (textRows - 30) * setting.columns * 0.5 : 0;
  return (
    white * 1.2 +
    (white * white) / (width * 10) +
    (loose - 1) * textRows * width * 0.5 +
    ragged * 0.3 +
    width * (0.15 * extra + 0.18 * extra * extra) +
    stretched(pictureRows, picture.natural, form.span) +
    sum(strips.map(({ rows }, at) => stretched(stripRows[at] ?? 0, rows.natural, width))) +
    flat +
    long
  );
}

/** Rows over several strips, each between its least and its most, from natural outwards. */
function spread(strips: { least: number; natural: number; most: number }[], room: number): number[] {
  const rows = strips.map(({ natural }) => natural);
  for (let turn = 0; turn < 200 && strips.length; turn++) {
    const off = room - sum(rows);
    const at = rows.findIndex((each, index) => {
      const strip = strips[(index + turn) % strips.length] as (typeof strips)[number];
      const now = rows[(index + turn) % strips.length] ?? each;
      return off < 0 ? now > strip.least : now < strip.most;
    });
    if (off === 0 || at < 0) break;
    const index = (at + turn) % strips.length;
    rows[index] = (rows[index] ?? 0) + Math.sign(off);
  }
  return rows;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
