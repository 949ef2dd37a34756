import { z } from "zod";
import type { Publication } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has } from "../policy";
import { checkbox, line, optionalId, prose, refuse } from "../text/fields";
import { changeIssuesInWork } from "./editing";
import { type Imprint, imprintSchema } from "./imprint";
import { asPageForm, pageSettingsSchema } from "./pageSettings";

/** The publications with their sections, for choosing. */
export async function publications(actor: Actor) {
  ask(has(actor, "contributor", "officeLead", "editor", "reviewer", "signer"));
  return db.publication.findMany({
    orderBy: { order: "asc" },
    select: {
      id: true,
      name: true,
      layout: true,
      periodDays: true,
      sections: {
        where: { retiredAt: null },
        orderBy: { order: "asc" },
        select: { id: true, title: true, style: true },
      },
    },
  });
}

/** All that an editor may set of a publication. */
export async function publicationsWhole(actor: Actor) {
  ask(has(actor, "editor"));
  return db.publication.findMany({
    orderBy: { order: "asc" },
    include: { sections: { where: { retiredAt: null }, orderBy: { order: "asc" } } },
  });
}

const briefMark = /[（(]简讯[）)]$/;

/** Sections as they are typed: one a line, in order; （简讯） behind the title makes it one of briefs. */
const sectionsText = prose(600, { required: true })
  .transform((text) => {
    const lines = text.split("\n").flatMap((each) => each.trim() || []);
    return lines.map((each) => ({
      title: each.replace(briefMark, "").trim(),
      style: briefMark.test(each) ? ("brief" as const) : ("story" as const),
    }));
  })
  .superRefine((sections, ctx) => {
    if (sections.some(({ title }) => [...title].length > 20)) refuse(ctx, "sectionTooLong", { max: 20 });
    if (new Set(sections.map(({ title }) => title)).size < sections.length) refuse(ctx, "sectionTwice");
  });

export const publicationSchema = z.object({
  id: optionalId,
  name: line(20, { required: true }),
  region: line(12),
  issuer: line(40, { required: true }),
  marking: z.enum(["ordinary", "internal"]),
  layout: z.enum(["weekly", "flash", "newspaper"]),
  runningTotal: checkbox,
  sections: sectionsText,
  page: pageSettingsSchema,
  ...imprintSchema.shape,
});

type Input = z.output<typeof publicationSchema>;

/**
 * Founds a publication or changes one. Issues already begun keep their sections; those in work get
 * its new pages, so that an approval of the old ones no longer holds.
 */
export async function enterPublication(actor: Actor, { id, ...input }: Input): Promise<void> {
  ask(has(actor, "editor"));
  try {
    await inTransaction(async (tx) => {
      const before = id ? await tx.publication.findUnique({ where: { id } }) : null;
      if (id && !before) throw missing();
      const publicationId = await write(tx, id, input);
      if (before && isPrintedOtherwise(before, input)) await changeIssuesInWork(tx, actor, publicationId);
      await keepSections(tx, publicationId, input.sections);
      await record(tx, actor, "enterPublication", { subjectId: publicationId, detail: { name: input.name } });
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new Refusal("publicationTaken", { field: "name", values: { name: input.name } });
    throw error;
  }
}

function isPrintedOtherwise(before: Publication, input: Omit<Input, "id">): boolean {
  const printed = ({ name, region, issuer, marking, layout, page }: Omit<Input, "id">) =>
    JSON.stringify([name, region, issuer, marking, layout, Object.entries(page).sort()]);
  return printed({ ...input, ...before, page: asPageForm(before.page) }) !== printed(input);
}

/** The two publications that nearly every secretariat has; founded with the first visit. */
export async function foundUsualPublications(tx: Transaction, issuer: string): Promise<void> {
  const imprint: Imprint = { editors: "", reviewers: "", signer: "", phone: "", email: "", copies: 0 };
  const common = { region: "", issuer, marking: "internal" as const, lists: [], imprint };
  const titles = ["重要会议", "重要活动", "领导活动", "区县工作", "专委会工作"];
  const sections = titles.map((title, at) => ({
    title,
    style: title === "领导活动" ? ("brief" as const) : ("story" as const),
    order: at + 1,
  }));
  await tx.publication.create({
    data: { ...common, name: "工作周报", layout: "weekly", order: 1, sections: { create: sections } },
  });
  const flash = { name: "信息快报", layout: "flash" as const, order: 2, periodDays: 0 };
  await tx.publication.create({
    data: { ...common, ...flash, sections: { create: [{ title: "快报", style: "story", order: 1 }] } },
  });
}

async function write(tx: Transaction, id: string | null, input: Omit<Input, "id">): Promise<string> {
  const { name, region, issuer, marking, layout, runningTotal, sections: _, page, ...imprint } = input;
  const data = {
    name,
    region,
    issuer,
    marking,
    layout,
    runningTotal,
    imprint,
    page,
    periodDays: layout === "weekly" ? 7 : 0,
  };
  if (id) return (await tx.publication.update({ where: { id }, data })).id;
  const order = (await tx.publication.count()) + 1;
  return (await tx.publication.create({ data: { ...data, order, lists: [] } })).id;
}

async function keepSections(tx: Transaction, publicationId: string, sections: Input["sections"]): Promise<void> {
  const titles = sections.map(({ title }) => title);
  await tx.section.updateMany({
    where: { publicationId, title: { notIn: titles }, retiredAt: null },
    data: { retiredAt: now() },
  });
  for (const [at, { title, style }] of sections.entries()) {
    const key = { publicationId_title: { publicationId, title } };
    const data = { style, order: at + 1, retiredAt: null };
    await tx.section.upsert({ where: key, create: { publicationId, title, ...data }, update: data });
  }
}
