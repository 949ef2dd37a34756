import { existsSync } from "node:fs";
import { Sentence } from "./sentence";

/** No verb writes over a file that is there: it may be the only one of its kind. */
export function refuseTaken(file: string): void {
  if (existsSync(file)) throw new Sentence(`${file} 已经存在：请换一个文件名，或先把它删除。`);
}
