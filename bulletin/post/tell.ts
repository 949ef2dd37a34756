import type { Issue, Item, Prisma } from "@/generated/prisma/client";
import type { Role } from "@/generated/prisma/enums";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";
import type { Values } from "@/lib/refusal";
import { tentativeNumber } from "../press/numbering";
import { asBlocks } from "../text/model";
import { titleOf } from "../text/plain";
import type { NoticeKind } from "./noticeKinds";
import { notify, type Told } from "./notices";

/** Those who write for an office, and who lets it go. */
const officeSide = ["contributor", "officeLead"] as const satisfies readonly Role[];

type OfOffices = { roles?: readonly Role[]; but?: readonly string[] };

/** Tells the people of offices: those who write there and their leads, or `roles` of them. `but`: who knows it already. */
export async function tellOffices(
  tx: Transaction,
  officeIds: readonly string[],
  told: Told,
  { roles = officeSide, but = [] }: OfOffices = {},
): Promise<void> {
  const people = await peopleWho(tx, { officeId: { in: [...officeIds] }, ...holding(roles) });
  await notify(tx, without(people, but), told);
}

/** As much as one takes in at a glance; the whole stands where the notice leads. */
function brief(words: string): string {
  const characters = [...words.replace(/\s+/g, " ")];
  return characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : characters.join("");
}

type OfItem = { words?: string; to?: readonly Role[]; but?: readonly string[] };

/** Tells the people of its office what became of an item, or what it waits for: once for each time it comes to that. */
export async function tellOfItem(
  tx: Transaction,
  { id, version, officeId, headline, blocks }: Item,
  kind: NoticeKind,
  { words = "", to = officeSide, but = [] }: OfItem = {},
): Promise<void> {
  const values = { title: titleOf({ headline, blocks: asBlocks(blocks) }, 30), words: brief(words) };
  const told = { kind, key: `${id} ${version}`, href: `/items/${id}`, values };
  await tellOffices(tx, [officeId], told, { roles: to, but });
}

/** Tells everybody who has the role that an issue in work waits for them, once for each time it comes to that. */
export async function tellOfIssue(
  tx: Transaction,
  issue: Issue,
  { kind, to, words = "", but = [] }: { kind: NoticeKind; to: Role; words?: string; but?: readonly string[] },
): Promise<void> {
  const { id, version, correctsId } = issue;
  const told = { kind, key: `${id} ${version}`, href: `/issues/${id}`, issueId: id };
  // By the number that it will probably get: of a daily one several may wait on a day.
  const number = await tentativeNumber(issue, tx);
  const named = { ...(await namedIssue(tx, id)), number, edition: correctsId ? "correction" : "first" };
  await tellRole(tx, to, { ...told, values: { ...named, words: brief(words) } }, but);
}

/** Tells everybody who has the role: whoever is there takes it up the same day. */
export async function tellRole(tx: Transaction, role: Role, told: Told, but: readonly string[] = []): Promise<void> {
  await notify(tx, without(await peopleWho(tx, holding([role])), but), told);
}

/** Whoever took it up, what was told of it at this address is news for nobody else any more, whatever they are by now. */
export async function settle(tx: Transaction, href: string, kinds: readonly NoticeKind[]): Promise<void> {
  await tx.notice.updateMany({ where: { href, kind: { in: [...kinds] }, readAt: null }, data: { readAt: now() } });
}

/** The same of an item. */
export async function settleItem(tx: Transaction, { id }: { id: string }, kind: NoticeKind): Promise<void> {
  await settle(tx, `/items/${id}`, [kind]);
}

/** An issue that went on its way, or back, waits for nobody any more as it did. */
export async function settleIssue(tx: Transaction, issueId: string): Promise<void> {
  const kinds = ["forReview", "forSignature", "sentBack"] satisfies NoticeKind[];
  const where = { issueId, kind: { in: kinds }, readAt: null };
  await tx.notice.updateMany({ where, data: { readAt: now() } });
}

/** The publication, series and number of an issue, as sentences name it; before it is signed it has no number. */
export async function namedIssue(tx: Transaction, id: string): Promise<Values> {
  const { publication, series, number } = await tx.issue.findUniqueOrThrow({
    where: { id },
    select: { series: true, number: true, publication: { select: { name: true } } },
  });
  return { publication: publication.name, series, number: number ?? 0 };
}

const holding = (roles: readonly Role[]) =>
  ({ roles: { some: { role: { in: [...roles] } } } }) satisfies Prisma.AccountWhereInput;

async function peopleWho(tx: Transaction, where: Prisma.AccountWhereInput): Promise<string[]> {
  const people = await tx.account.findMany({ where: { ...where, disabledAt: null }, select: { id: true } });
  return people.map(({ id }) => id);
}

const without = (people: string[], but: readonly string[]): string[] => people.filter((each) => !but.includes(each));
