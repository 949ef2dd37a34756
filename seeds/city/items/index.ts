import type { SeedText } from "../types";
import { items as week00 } from "./week00";
import { items as week01 } from "./week01";
import { items as week02 } from "./week02";
import { items as week03 } from "./week03";
import { items as week04 } from "./week04";
import { items as week05 } from "./week05";
import { items as week06 } from "./week06";
import { items as week07 } from "./week07";
import { items as week08 } from "./week08";
import { items as week09 } from "./week09";
import { items as week10 } from "./week10";
import { items as week11 } from "./week11";
import { items as week12 } from "./week12";

/** The current week first, then back in time. */
export const items: SeedText[] = [
  ...week00,
  ...week01,
  ...week02,
  ...week03,
  ...week04,
  ...week05,
  ...week06,
  ...week07,
  ...week08,
  ...week09,
  ...week10,
  ...week11,
  ...week12,
];
