import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { today } from "@/lib/dates";
import { db } from "@/lib/db";
import { type Draft, saveDraft } from "../intake/draft";
import { officeSignOff, submit } from "../intake/submit";
import type { Block } from "../text/model";
import type { Publication } from "./publications";

/** What an act names: an item or issue and the version that the person saw. */
export type Seen = { id: string; version: number };

export function paragraphs(...texts: string[]): Block[] {
  return texts.map((text) => ({ type: "paragraph", runs: text ? [{ text }] : [] }));
}

/** A finished story, ready to be sent; what a test is about goes into `given`. */
export function story({ id, sections }: Publication, given: Partial<Draft> = {}): Draft {
  return {
    kind: "story",
    headline: ["调研组到北岭县走访"],
    publicationId: id,
    sectionId: sections[0]?.id ?? null,
    date: today(),
    place: "北岭县",
    officialIds: [],
    blocks: paragraphs("调研组走访了三个村。", "座谈会上十二人发言。"),
    note: "",
    ...given,
  };
}

/** A draft as it stands after its first save. */
export async function drafted(writer: Actor, publication: Publication, given: Partial<Draft> = {}): Promise<Seen> {
  const id = randomUUID();
  const { version } = await saveDraft(writer, { id, version: 0, draft: story(publication, given) });
  return { id, version };
}

/** An item at the desk, let go by the lead where its office has one. */
export async function submitted(
  writer: Actor,
  publication: Publication,
  given: Partial<Draft> & { lead?: Actor } = {},
): Promise<Seen> {
  const { lead, ...draft } = given;
  const { id } = await submit(writer, await drafted(writer, publication, draft));
  if (lead) await officeSignOff(lead, await seenItem(id));
  return seenItem(id);
}

export async function seenItem(id: string): Promise<Seen> {
  return db.item.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });
}

export async function itemOf(id: string) {
  return db.item.findUniqueOrThrow({ where: { id } });
}
