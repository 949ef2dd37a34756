import { Refusal } from "@/lib/refusal";
import { type Content, hashOf } from "../../press/content";
import { holdsClassified } from "../classified";
import { broken } from "./broken";
import { contentIn } from "./contentSchema";
import type { ManifestIssue } from "./manifest";
import type { YearFile } from "./read";

/**
 * The text of an issue. Refused: no JSON, not of the shape of a content, not the one that was signed, not that of
 * its number, and text with a classified marking.
 */
export async function contentOf(file: YearFile, path: string, issue: ManifestIssue): Promise<Content> {
  const content = contentIn(await file.jsonOf(path));
  if (!content || hashOf(content) !== issue.contentHash) throw broken(path);
  const { series, year, number, lastNumber = null, total, edition = 1, date } = content;
  const said = { series, year, number, lastNumber, total, edition, date };
  if (Object.entries(said).some(([name, value]) => issue[name as keyof typeof said] !== value)) throw broken(path);
  if (holdsClassified(content)) throw new Refusal("classified", { field: "file" });
  return content;
}
