import type { Imprint } from "@/bulletin/desk/imprint";
import type { Lists } from "@/bulletin/post/lists";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { SectionCode } from "./city/types";

export const sectionTitles: Record<SectionCode, string> = {
  spirit: "重要精神",
  meetings: "重要会议",
  activities: "重要活动",
  leaders: "领导活动",
  counties: "区县工作",
  committees: "专委会工作",
};

const imprint: Imprint = {
  editors: "周若兰　邵文清",
  reviewers: "秦伯言",
  signer: "何润生",
  phone: "0800-5523001",
  email: "xinxi@yunchuan.example",
  copies: 60,
};

/** A weekly and a series of flash issues, with the lists under which they go out. */
export async function seedPublications(): Promise<void> {
  const common = { region: "云川市", issuer: "云川市政协办公室", marking: "internal" as const, imprint };
  const sections = Object.entries(sectionTitles).map(([code, title], index) => ({
    title,
    style: code === "leaders" ? ("brief" as const) : ("story" as const),
    order: index + 1,
  }));
  await db.publication.create({
    data: {
      ...common,
      name: "工作周报",
      layout: "weekly",
      order: 1,
      distributionLists: { create: named(await weeklyLists()) },
      sections: { create: sections },
    },
  });
  await db.publication.create({
    data: {
      ...common,
      name: "信息快报",
      layout: "flash",
      order: 2,
      periodDays: 0,
      runningTotal: true,
      distributionLists: { create: named(await flashLists({ deputies: true })) },
      sections: { create: [{ title: "快报", style: "story", order: 1 }] },
    },
  });
}

const named = (lines: Lists) => ({
  name: "常用名单",
  order: 1,
  versions: { create: { version: 1, lines, at: now() } },
});

async function weeklyLists(): Promise<Lists> {
  return [
    { label: "报", addressees: [await persons("市政协主席", "leader"), paper("市委办公室"), paper("市政府办公室")] },
    { label: "送", addressees: [await persons("市政协秘书长", "signer"), paper("市直有关部门")] },
    {
      label: "发",
      addressees: [ofKind("各区县政协", "county"), ofKind("市政协各专门委员会", "committee")],
    },
  ];
}

/** The vice chairs stood on the flash list until the lists were shortened in the course of the autumn. */
export async function flashLists({ deputies }: { deputies: boolean }): Promise<Lists> {
  const vice = deputies ? [await persons("市政协副主席", "leader2")] : [];
  return [
    {
      label: "报",
      addressees: [await persons("市政协主席", "leader"), ...vice, await persons("市政协秘书长", "signer")],
    },
    { label: "抄送", addressees: [paper("市委办公室"), ofKind("各区县政协", "county")] },
  ];
}

const paper = (label: string) => ({ label, accountIds: [], officeIds: [] });

async function persons(label: string, ...names: string[]) {
  const found = await db.account.findMany({ where: { account: { in: names } }, select: { id: true } });
  return { label, accountIds: found.map(({ id }) => id), officeIds: [] };
}

const ofKind = (label: string, kind: "county" | "committee") => ({
  label,
  accountIds: [],
  officeIds: [],
  officeKinds: [kind],
});
