import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Prisma, Publication } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { record } from "../events";
import { ask, has } from "../policy";
import { foundList } from "../post/namedLists";
import { machineFaces } from "../press/machine";
import { refuseChanged, stamp, stampOf } from "../seen";
import { checkbox, line, optionalId, prose, refuse, whole } from "../text/fields";
import { changeIssuesInWork } from "./editing";
import { type Imprint, imprintSchema } from "./imprint";
import { asPageForm, pageSettingsSchema, printedOf } from "./pageSettings";

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
  const rows = await db.publication.findMany({ orderBy: { order: "asc" }, include: current });
  return rows.map((row) => ({ ...row, stamp: stampOf(shown(row)) }));
}

const current = { sections: { where: { retiredAt: null }, orderBy: { order: "asc" as const } } };
type Whole = Prisma.PublicationGetPayload<{ include: typeof current }>;

/** What its form shows of a publication. */
function shown({ sections, ...publication }: Whole) {
  return [publication, sections.map(({ title, style }) => [title, style])];
}

const briefMark = /[（(](?:简讯|brief)[）)]$/;

/** Sections as they are typed: one a line, in order; （简讯） or (brief) behind the title makes it one of briefs. */
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
  seen: stamp,
  name: line(20, { required: true }),
  region: line(12),
  issuer: line(40, { required: true }),
  marking: z.enum(["ordinary", "internal"]),
  layout: z.enum(["weekly", "flash", "newspaper"]),
  runningTotal: checkbox,
  traceCopies: checkbox,
  /** Hours after delivery; 0: never. */
  remindAfter: whole(0, 720).default(0),
  sections: sectionsText,
  page: pageSettingsSchema,
  ...imprintSchema.shape,
});

type Input = z.output<typeof publicationSchema>;
type Fields = Omit<Input, "id" | "seen">;

/**
 * Founds a publication or changes one. Issues already begun keep their sections; those in work get
 * its new pages, so that an approval of the old ones no longer holds.
 */
export async function enterPublication(actor: Actor, { id, seen, ...input }: Input): Promise<void> {
  ask(has(actor, "editor"));
  refuseUnknownFaces(input.page);
  try {
    await inTransaction(async (tx) => {
      if (id) await tx.$queryRaw`SELECT id FROM "Publication" WHERE id = ${id}::uuid FOR UPDATE`;
      const before = id ? await tx.publication.findUnique({ where: { id }, include: current }) : null;
      if (id && !before) throw missing();
      if (before) await refuseChanged(tx, seen, shown(before), { subjectId: before.id, act: "enterPublication" });
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

function refuseUnknownFaces(page: Input["page"]): void {
  const there = machineFaces().families.flatMap(({ names }) => names.map((name) => name.toLowerCase()));
  for (const field of ["titleFace", "textFace"] as const)
    if (page[field] && !there.includes(page[field].toLowerCase()))
      throw new Refusal("noSuchFace", { field: `page.${field}`, values: { face: page[field] } });
}

/** The families that a publication may wish for. */
export function facesToChoose(actor: Actor): string[] {
  ask(has(actor, "editor"));
  return machineFaces().families.map(({ family }) => family);
}

function isPrintedOtherwise(before: Publication, input: Fields): boolean {
  const printed = ({ name, region, issuer, marking, layout, runningTotal, page }: Fields) => ({
    ...{ name, region, issuer, marking, layout, runningTotal },
    page: printedOf(page, layout),
  });
  return !isDeepStrictEqual(printed({ ...input, ...before, page: asPageForm(before.page) }), printed(input));
}

/** What the first list of a publication is called, until its editors name it otherwise. */
const usualList = "常用名单";

/** The two publications that nearly every secretariat has; founded with the first visit, unless an import brought them. */
export async function foundUsualPublications(tx: Transaction, issuer: string): Promise<void> {
  const imprint: Imprint = { editors: "", reviewers: "", signer: "", phone: "", email: "", copies: 0 };
  const common = { region: "", issuer, marking: "internal" as const, imprint };
  const titles = ["重要会议", "重要活动", "领导活动", "区县工作", "专委会工作"];
  const sections = titles.map((title, at) => ({
    title,
    style: title === "领导活动" ? ("brief" as const) : ("story" as const),
    order: at + 1,
  }));
  const usual = [
    { name: "工作周报", layout: "weekly" as const, sections: { create: sections } },
    {
      ...{ name: "信息快报", layout: "flash" as const, periodDays: 0 },
      sections: { create: [{ title: "快报", style: "story" as const, order: 1 }] },
    },
  ];
  for (const [at, each] of usual.entries()) {
    if (await tx.publication.findUnique({ where: { name: each.name }, select: { id: true } })) continue;
    const { id } = await tx.publication.create({ data: { ...common, ...each, order: at + 1 } });
    await foundList(tx, { publicationId: id, name: usualList, lines: [] });
  }
}

async function write(tx: Transaction, id: string | null, input: Fields): Promise<string> {
  const { sections: _, page, traceCopies, remindAfter, ...rest } = input;
  const { name, region, issuer, marking, layout, runningTotal, ...imprint } = rest;
  const data = {
    name,
    region,
    issuer,
    marking,
    layout,
    ...{ runningTotal, traceCopies, remindAfter },
    imprint,
    page,
    periodDays: layout === "weekly" ? 7 : 0,
  };
  if (id) return (await tx.publication.update({ where: { id }, data })).id;
  const order = (await tx.publication.count()) + 1;
  const founded = await tx.publication.create({ data: { ...data, order } });
  await foundList(tx, { publicationId: founded.id, name: usualList, lines: [] });
  return founded.id;
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
