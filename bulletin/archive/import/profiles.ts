import { z } from "zod";
import type { Actor } from "@/lib/actor";
import { db, inTransaction } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { record } from "../../events";
import { ask, has } from "../../policy";
import { id } from "../../text/fields";
import type { Label } from "../recognise/labels";
import { type Profile, profileSchema } from "../recognise/profile";

/** One thing that corrections taught about a publication; a sentence under `importing.learnt` tells it. */
export type Learnt =
  | { kind: "publication" | "region"; text: string }
  | { kind: "marked" | "typed" | "bold" | "line"; text: string; label: Label }
  | { kind: "leads" | "leadsNone"; lead: "date" | "office" | "vague" | "number" | "mark"; text: string };

/** What is known of the manner of each publication from corrections, by its id. */
export async function profilesLearnt(actor: Actor): Promise<Map<string, Learnt[]>> {
  ask(has(actor, "editor"));
  const profiles = await db.importProfile.findMany();
  const learnt = profiles.map((each) => [each.publicationId, learntIn(profileSchema.parse(each.learnt))] as const);
  return new Map(learnt.filter(([, all]) => all.length));
}

function learntIn({ publication, region, styles, leads, lines }: Profile): Learnt[] {
  return [
    ...(publication ? [{ kind: "publication" as const, text: publication }] : []),
    ...(region ? [{ kind: "region" as const, text: region }] : []),
    ...Object.entries(styles).map(([style, label]) => styleLearnt(style, label)),
    ...Object.entries(leads).map(([text, isLead]): Learnt => {
      return { kind: isLead ? "leads" : "leadsNone", lead: leadNames[text] ?? "mark", text };
    }),
    ...Object.entries(lines).map(([text, label]): Learnt => ({ kind: "line", text, label })),
  ];
}

/** The kinds of leads.ts that are no mark. */
const leadNames: Record<string, "date" | "office" | "vague" | "number"> = {
  ...{ date: "date", office: "office", vague: "vague", "1.": "number" },
};

/** `※※` stands around a title, `#2` is the rank of its type, `**` bold alone; the rest stand before it. */
function styleLearnt(style: string, label: Label): Learnt {
  if (style === "**") return { kind: "bold", text: "", label };
  if (style.startsWith("#")) return { kind: "typed", text: style.slice(1), label };
  const [first = "", second] = [...style];
  const isAround = [...style].length === 2 && style !== "一、" && style !== "1.";
  return { kind: "marked", text: isAround ? `${first}…${second}` : `${style}…`, label };
}

export const forgetSchema = z.object({ publicationId: id });

/** Forgets what corrections taught about a publication: the next file is read by the general rules. Refused: nothing is known of it. */
export async function forgetProfile(actor: Actor, { publicationId }: z.output<typeof forgetSchema>): Promise<void> {
  ask(has(actor, "editor"));
  await inTransaction(async (tx) => {
    const { count } = await tx.importProfile.deleteMany({ where: { publicationId } });
    if (!count) throw missing();
    const publication = await tx.publication.findUnique({ where: { id: publicationId }, select: { name: true } });
    await record(tx, actor, "forgetImportProfile", {
      subjectId: publicationId,
      detail: { name: publication?.name ?? "" },
    });
  });
}
