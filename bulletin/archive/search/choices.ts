import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { wordsOf } from "@/typesetting/headline/words";
import { maySearch } from "../../policy";
import { normal } from "./normal";

/** The roster in rank order, for the choice of whom a text names. */
export async function officialsToChoose(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!maySearch(actor)) return [];
  return db.official.findMany({ orderBy: [{ rank: "asc" }, { id: "asc" }], select: { id: true, name: true } });
}

/** What the filters of an address are called; one that names nothing has no name. */
export async function namesOf(wanted: { publication: string | null; office: string | null; official: string | null }) {
  const of = (id: string | null) => ({ where: { id: id ?? "" } });
  const [publication, office, official] = await Promise.all([
    wanted.publication ? db.publication.findUnique({ ...of(wanted.publication), select: { name: true } }) : null,
    wanted.office ? db.office.findUnique({ ...of(wanted.office), select: { shortName: true } }) : null,
    wanted.official ? db.official.findUnique({ ...of(wanted.official), select: { name: true } }) : null,
  ]);
  return { publication: publication?.name, office: office?.shortName, official: official?.name };
}

/** A long word as the words it is made of: for where it stands nowhere in one piece. Null where it is none. */
export function apart(q: string): string | null {
  const words = q.split(/\s+/).flatMap((part) => (/^[-－“"「『]/.test(part) ? [part] : wordsOf(normal(part))));
  const said = words.filter((each) => each.trim()).join(" ");
  return said && said !== q.trim() && words.length > 1 ? said : null;
}
