import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { db } from "@/lib/db";
import { asContent, type Content } from "../../press/content";
import { setPages } from "../../press/machine";
import { imageIdsOf, imagesIn, pressIssueOf } from "../../press/pressIssue";
import { contentsPage, type Listed, listedOf } from "./contents";
import { issuesOfYear } from "./issuesOfYear";
import { format, hashOfBytes, type Manifest, type ManifestIssue, manifestName, version } from "./manifest";

/** The same archive gives the same file: no entry bears the time at which it was written. */
const still = { mtime: new Date("2000-01-01T00:00:00Z"), mode: 0o100644 } as const;

type Written = { issues: number; notArchival: number };

/**
 * A year as one file: every issue as its pages (PDF/A, as they were signed) and as data, the photographs, a table of
 * contents that opens without the system, and the hash of each. Issue by issue, so that only one is in
 * memory. Written beside `out` and moved there when it is whole. Refused: a year without issues, a name that is
 * taken, also when somebody else has taken it meanwhile.
 */
export async function writeYear(year: number, out: string): Promise<Written | "noIssues" | "taken"> {
  if (existsSync(out)) return "taken";
  const issues = await issuesOfYear(year);
  if (!issues.length) return "noIssues";
  const zip = new ZipFile();
  const unfinished = `${out}.part`;
  const file = await open(unfinished, "w");
  try {
    // Together: a disk that fills up is heard while the rest is still being handed over.
    await Promise.all([pipeline(zip.outputStream, file.createWriteStream()), handOver(zip, year, issues)]);
    if (existsSync(out)) {
      await rm(unfinished);
      return "taken";
    }
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    // Its end will not come, and the file would stay open.
    (zip.outputStream as Readable).destroy(error as Error);
    throw error;
  }
  return { issues: issues.length, notArchival: issues.filter(({ isArchival }) => !isArchival).length };
}

async function handOver(zip: ZipFile, year: number, issues: ManifestIssue[]): Promise<void> {
  const manifest = await filled(zip, year, issues);
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), manifestName, still);
  zip.end();
}

async function filled(zip: ZipFile, year: number, issues: ManifestIssue[]): Promise<Manifest> {
  const files: Manifest["files"] = [];
  const add = (path: string, bytes: Uint8Array) => {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, {
      ...still,
      compress: !/\.jpg$/.test(path),
    });
    files.push({ path, size: bytes.length, hash: hashOfBytes(bytes) });
  };
  const head = { year, office: await officeName(), publications: await publicationsOf(issues) };
  const pictures = new Set<string>();
  const listed: Listed[] = [];
  for (const issue of issues) {
    const content = await contentOf(issue.id);
    listed.push(listedOf(issue, issue.data ? content : null));
    if (!content || !issue.data || !issue.pages) continue;
    add(issue.data, Buffer.from(`${JSON.stringify(content, null, 1)}\n`));
    add(issue.pages, await pagesOf(issue, content));
    for (const image of imageIdsOf(content)) pictures.add(image);
  }
  for (const image of [...pictures].sort()) {
    const found = await db.image.findUnique({ where: { id: image }, select: { bytes: true } });
    if (found) add(`images/${image}.jpg`, found.bytes);
  }
  add("index.html", Buffer.from(contentsPage(head, listed)));
  return { format, version, ...head, issues, files };
}

async function officeName(): Promise<string> {
  const office = await db.office.findFirst({ where: { kind: "secretariat" }, orderBy: { order: "asc" } });
  return office?.name ?? "";
}

async function publicationsOf(issues: ManifestIssue[]): Promise<Manifest["publications"]> {
  const rows = await db.publication.findMany({
    where: { name: { in: [...new Set(issues.map(({ publication }) => publication))] } },
    orderBy: { order: "asc" },
    include: { sections: { where: { retiredAt: null }, orderBy: { order: "asc" } } },
  });
  return rows.map(({ name, region, issuer, marking, layout, periodDays, runningTotal, imprint, page, sections }) => ({
    ...{ name, region, issuer, marking, layout, periodDays, runningTotal },
    imprint: imprint as Record<string, unknown>,
    page: page as Record<string, unknown>,
    sections: sections.map(({ title, style }) => ({ title, style })),
  }));
}

async function contentOf(id: string): Promise<Content | null> {
  const { content } = await db.issue.findUniqueOrThrow({ where: { id }, select: { content: true } });
  return content ? asContent(content) : null;
}

/** The pages that were signed; of a past issue, which has none, set now. A character that no face has makes them plain PDF. */
async function pagesOf(issue: ManifestIssue, content: Content): Promise<Uint8Array> {
  const kept = await db.issueFile.findUnique({ where: { issueId: issue.id }, select: { bytes: true } });
  if (kept) return kept.bytes;
  const pages = setPages(pressIssueOf(content, { tentative: false, images: await imagesIn(content) }));
  try {
    return pages.archive();
  } catch {
    // PDF/A refuses a character without a face; it shows as a box, as it would on the screen.
    issue.isArchival = false;
    return pages.pdf();
  }
}
