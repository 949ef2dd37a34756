import { createHash } from "node:crypto";
import type { ImportState } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, inTurn, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { record } from "../../events";
import { keepImage } from "../../intake/images";
import { secretariatId } from "../../people/secretariat";
import { ask, has } from "../../policy";
import { readApart } from "../../text/files/apart";
import { refuseTooLong } from "../../text/files/limits";
import type { FileText } from "../../text/files/read";
import { isClassifiedText } from "../classified";
import { recogniseApart } from "../recognise/apart";
import { noProfile, profileSchema } from "../recognise/profile";
import type { Recognised } from "../recognise/recognised";
import { factsOf } from "./doubts";
import { publicationIn } from "./given";
import { printable } from "./printable";

/** What became of one file: it waits for a person, or it was there already, or it could not be read and why. */
export type Taken = {
  name: string;
  id: string;
  again: ImportState | null;
  /** Nothing of a masthead was found: any text is read as one issue. */
  bare: boolean;
  issues: number;
  entries: number;
  coverage: number;
};

/**
 * Reads a file of past bulletins and keeps what was recognised for a person to confirm. The same file a
 * second time is recognised by its bytes and not read again. Refused: what cannot be read
 * (text/files/read.ts), and text with a classified marking.
 */
export async function takeFile(actor: Actor, file: { name: string; bytes: Uint8Array }): Promise<Taken> {
  ask(has(actor, "editor"));
  return takeIn(actor, file);
}

/** As `takeFile`; by nobody where it is the operator who brings it. */
export async function takeIn(
  by: Actor | null,
  { name: given, bytes }: { name: string; bytes: Uint8Array },
): Promise<Taken> {
  const name = shownName(given);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const before = await again(db, hash);
  if (before) return before;
  const file = await readApart(bytes);
  const { imageIds, ...read } = await withPictures(by, file);
  return keep(by, { name, hash, size: bytes.length, bytes, imageIds, file: { ...file, ...read } });
}

/** A text that was pasted: from Word or WPS with its marks (paste.ts), or plain. */
export async function takeText(actor: Actor, { name, text }: { name: string; text: string }): Promise<Taken> {
  ask(has(actor, "editor"));
  const bytes = new TextEncoder().encode(text);
  const hash = createHash("sha256").update(bytes).digest("hex");
  refuseTooLong(text);
  const file: FileText = { type: "text", text, blocks: null, pictures: [], remarks: [] };
  return (
    (await again(db, hash)) ??
    keep(actor, { name: shownName(name), hash, size: bytes.length, bytes, imageIds: [], file })
  );
}

type Kept = { name: string; hash: string; size: number; bytes: Uint8Array; imageIds: string[]; file: FileText };

async function keep(by: Actor | null, { name, hash, size, bytes, imageIds, file }: Kept): Promise<Taken> {
  const text = printable(file.text);
  if (isClassifiedText(text)) throw new Refusal("classified", { field: "file" });
  const { pieces, recognised, publicationId } = await recognisedAs(text);
  const facts = factsOf(recognised, {});
  return inTransaction(async (tx) => {
    // Two people who bring the same file at once: the second one finds that of the first.
    await inTurn(tx, hash);
    const before = await again(tx, hash);
    if (before) return before;
    const { id } = await tx.importedFile.create({
      data: {
        ...{ name, size, hash, type: file.type, bytes: new Uint8Array(bytes), text },
        ...{ pieces, first: pieces, publicationId, remarks: file.remarks, ...facts },
        ...{ imageIds, byId: by?.id ?? null, byName: by?.name ?? "" },
        ...{ createdAt: now(), updatedAt: now() },
      },
      select: { id: true },
    });
    await record(tx, by, "importFile", { subjectId: id, detail: { name, issues: facts.issueCount } });
    const { issueCount: issues, entryCount: entries, coverage } = facts;
    return { name, id, again: null, bare: isBare(recognised), issues, entries, coverage };
  });
}

/** First by the general rules; once it shows whose it is, by what corrections have taught about that publication. */
async function recognisedAs(text: string) {
  const plain = await recogniseApart(text);
  const all = await db.publication.findMany({ select: { id: true, name: true, region: true } });
  const publication = publicationIn(plain.recognised, all);
  const known = publication && (await db.importProfile.findUnique({ where: { publicationId: publication.id } }));
  const profile = known ? profileSchema.parse(known.learnt) : noProfile;
  return { ...(known ? await recogniseApart(text, profile) : plain), publicationId: publication?.id ?? null };
}

async function again(tx: Transaction, hash: string): Promise<Taken | null> {
  const file = await tx.importedFile.findFirst({
    where: { hash, state: { not: "discarded" } },
    select: { id: true, name: true, state: true, issueCount: true, entryCount: true, coverage: true },
  });
  if (!file) return null;
  const { issueCount: issues, entryCount: entries, state, ...rest } = file;
  return { ...rest, again: state, bare: false, issues, entries };
}

function isBare({ issues }: Recognised): boolean {
  return issues.every(({ publication, numbers, date, issuer }) => !publication && !numbers.length && !date && !issuer);
}

/** Its photographs, decoded and written anew like any other; one that cannot be read leaves its caption, which the person is told. */
async function withPictures(by: Actor | null, { text, pictures, remarks: given }: FileText) {
  let shown = text;
  const imageIds: string[] = [];
  const remarks = new Set(given);
  if (!pictures.length) return { text: shown, imageIds, remarks: given };
  const of = by ? { officeId: by.officeId, uploadedById: by.id } : await ofTheHouse();
  for (const { key, bytes } of pictures) {
    const image = await keepImage(of, bytes).catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    if (image) imageIds.push(image.id);
    else remarks.add("pictureUnreadable");
    shown = shown.replaceAll(`(image:${key})`, `(image:${image?.id ?? ""})`);
  }
  return { text: shown, imageIds, remarks: [...remarks] };
}

/** What the operator brings is the secretariat's, and nobody's upload. */
async function ofTheHouse() {
  const officeId = await inTransaction((tx) => secretariatId(tx, "办公室"));
  return { officeId, uploadedById: officeId };
}

/** A name as it can be kept and shown: one line of it, without marks that are not seen. */
function shownName(name: string): string {
  return [...printable(name.toWellFormed()).replace(/\s+/g, " ").trim()].slice(0, 200).join("");
}
