import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { Imprint } from "../desk/imprint";
import type { Lists } from "../post/lists";

export const imprint: Imprint = {
  editors: "邵文清",
  reviewers: "秦伯言",
  signer: "何润生",
  phone: "0800-5523001",
  email: "xinxi@example.cn",
  copies: 50,
};

/** One line 报 that reaches these accounts, and one that is a paper copy. */
export function listsTo(...readers: Actor[]): Lists {
  const accountIds = readers.map(({ id }) => id);
  return [
    { label: "报", addressees: [{ label: "市政协主席", accountIds, officeIds: [] }] },
    { label: "送", addressees: [{ label: "市委办公室", accountIds: [], officeIds: [] }] },
  ];
}

/** The list that a publication begins with. */
const usualList = (lines: Lists) => ({
  name: "常用名单",
  order: 1,
  versions: { create: { version: 1, lines, at: now() } },
});

type Given = Partial<Prisma.PublicationUncheckedCreateInput> & { readers?: Actor[] };

// Stories share a database: each worker of Playwright, also one that takes over after a failure, counts from elsewhere.
let count = Number(process.env.TEST_WORKER_INDEX ?? 0) * 1_000;

/** A weekly with a section of stories and one of briefs, and nothing that would block its sign-off. */
export async function publication({ readers = [], ...given }: Given = {}) {
  const order = ++count;
  return db.publication.create({
    data: {
      name: `周报${order}`,
      region: "云川市",
      issuer: "云川市政协办公室",
      layout: "weekly",
      order,
      distributionLists: { create: usualList(listsTo(...readers)) },
      imprint,
      sections: {
        create: [
          { title: "重要活动", style: "story", order: 1 },
          { title: "领导活动", style: "brief", order: 2 },
        ],
      },
      ...given,
    },
    include: { sections: { orderBy: { order: "asc" } } },
  });
}

export type Publication = Awaited<ReturnType<typeof publication>>;
