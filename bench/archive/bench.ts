import type { Measured } from "../print";
import { search } from "./search";
import { statistics } from "./statistics";

/** What is measured of the archive, one after the other: each fills a database of its own. */
const measures: ((full: boolean) => Promise<Measured[]>)[] = [search, statistics];

/** The archive against its bounds, as it grows; the largest size only with `full`. */
export async function measure({ full }: { full: boolean }): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const one of measures) rows.push(...(await one(full)));
  return rows;
}
