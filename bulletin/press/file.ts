import { createHash } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { tracedCopyOf } from "@/typesetting/overlay";
import { firstPages } from "@/typesetting/pageOf";
import { wordOf } from "@/typesetting/word/wordOf";
import { words } from "@/typesetting/words";
import { record } from "../events";
import { isSecretariat, takenIssues } from "../policy";
import { numberFor } from "../post/copies";
import { noteCopy } from "../post/receipts";
import { asContent, type Content } from "./content";
import { setForGood, setPages } from "./machine";
import { contentNow } from "./pages";
import { imageIdsOf, imagesIn, pressIssueOf } from "./pressIssue";

/** What a file is made for: `print` is the PDF again, counted apart, since paper leaves no other trace. */
export type Format = "pdf" | "docx" | "print";

/** Sets the pages of what is being signed and keeps them: from then on they are the issue. */
export async function keepFile(tx: Transaction, issueId: string, content: Content): Promise<void> {
  const images = await imagesIn(content, tx);
  if (imageIdsOf(content).some((image) => !images[image])) throw new Refusal("photographUnreadable");
  const pages = setForGood(pressIssueOf(content, { tentative: false, images }));
  const bytes = new Uint8Array(pages.archive());
  const hash = createHash("sha256").update(bytes).digest("hex");
  const places = Object.fromEntries(firstPages(pages.areas));
  await tx.issueFile.create({ data: { issueId, bytes, hash, pages: pages.count, places } });
}

/**
 * An issue as a file, for whoever may read it: as it was signed; for the secretariat also as it stands
 * in work. A file that leaves is entered in the record (decision 0014).
 */
export async function fileFor(
  actor: Actor,
  id: string,
  format: Format,
): Promise<{ bytes: Uint8Array; name: string; type: string }> {
  const { content, tentative, isVoid } = await readableContent(actor, id);
  const number = tentative ? null : await numberFor(actor, id);
  // A Word file carries no number that would stay in it.
  if (number && format === "docx" && !isSecretariat(actor)) throw new Refusal("tracedOnly");
  const bytes = format === "docx" ? await wordFile(content, tentative) : await pdfFile(id, content, tentative, number);
  const { masthead } = pressIssueOf(content, { tentative, images: {} });
  const state = `${tentative ? words.tentative : ""}${isVoid ? words.void : ""}`;
  const name = `${masthead.title}${words.year(content.year)}${masthead.number}${state}`;
  await inTransaction(async (tx) => {
    // A recall that comes in between waits for this, and then asks the person too; one that was first is heeded.
    await tx.$queryRaw`SELECT id FROM "Issue" WHERE id = ${id}::uuid FOR SHARE`;
    if (!(await tx.issue.findFirst({ where: { AND: [{ id }, takenIssues(actor)] }, select: { id: true } })))
      throw missing();
    await record(tx, actor, "download", { issueId: id, detail: { format } });
    await noteCopy(tx, actor, id, format === "print" ? "printed" : "downloaded");
  });
  return format === "docx"
    ? { bytes, name: `${name}.docx`, type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }
    : { bytes, name: `${name}.pdf`, type: "application/pdf" };
}

type Readable = { content: Content; tentative: boolean; isVoid: boolean };

async function readableContent(actor: Actor, id: string): Promise<Readable> {
  const issue = await db.issue.findFirst({
    where: { AND: [{ id }, takenIssues(actor)] },
    select: { content: true, state: true },
  });
  if (!issue) throw missing();
  if (issue.content) return { content: asContent(issue.content), tentative: false, isVoid: issue.state === "void" };
  return { ...(await contentNow(actor, id)), isVoid: false };
}

/** The kept bytes; of an issue in work, or of one signed before pages were kept, set now. */
async function pdfFile(id: string, content: Content, tentative: boolean, number: string | null): Promise<Uint8Array> {
  const kept = await db.issueFile.findUnique({ where: { issueId: id }, select: { bytes: true } });
  const bytes = kept?.bytes ?? (await pagesNow(content, tentative));
  return number ? tracedCopyOf(bytes, number) : bytes;
}

async function pagesNow(content: Content, tentative: boolean): Promise<Uint8Array> {
  const issue = pressIssueOf(content, { tentative, images: await imagesIn(content) });
  // PDF/A refuses a character that no face has; while an issue is in work that shows as a box.
  return setPages(issue).pdf();
}

async function wordFile(content: Content, tentative: boolean): Promise<Uint8Array> {
  const issue = pressIssueOf(content, { tentative, images: await imagesIn(content) });
  return wordOf(issue, setPages(issue).marks);
}
