import type { Series } from "@/generated/prisma/enums";
import { db } from "@/lib/db";
import { drawingsOf, standalone } from "@/typesetting/svg";
import { wordOf } from "@/typesetting/word/wordOf";
import { asContent } from "./content";
import { setPages } from "./machine";
import { imagesIn, pressIssueOf } from "./pressIssue";

type Wanted = { publication: string; year: number; number: number; series?: Series };

/**
 * A signed issue as files for the operator, who has the database anyway: the PDF as it was signed, the
 * Word file, or one SVG a page. Null where there is no such number, or it was voided.
 */
export async function operatorFile(
  { publication, year, number, series = "regular" }: Wanted,
  format: "pdf" | "docx" | "svg",
): Promise<Uint8Array[] | null> {
  const issue = await db.issue.findFirst({
    where: { publication: { name: publication }, year, number, series, state: { not: "void" } },
    orderBy: { edition: "desc" },
    include: { file: true },
  });
  if (!issue?.content) return null;
  if (format === "pdf" && issue.file) return [issue.file.bytes];
  const content = asContent(issue.content);
  const press = pressIssueOf(content, { tentative: false, images: await imagesIn(content) });
  const pages = setPages(press);
  if (format === "docx") return [await wordOf(press, pages.marks)];
  if (format === "pdf") return [pages.archive()];
  const drawings = drawingsOf(pages.svg());
  return drawings.pages.map((page) => new TextEncoder().encode(standalone(drawings, page)));
}
