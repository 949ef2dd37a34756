import type { SeedFlash } from "../types";
import { part1 } from "./part1";
import { part2 } from "./part2";
import { part3 } from "./part3";

/** The flash bulletins (信息快报), oldest week first. */
export const flashes: SeedFlash[] = [...part1, ...part2, ...part3];
