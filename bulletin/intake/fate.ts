import type { Actor } from "@/lib/actor";
import { today } from "@/lib/dates";
import { db } from "@/lib/db";
import { missing } from "@/lib/refusal";
import { deliveriesOf } from "../desk/counts";
import { officialsNamed } from "../people/roster";
import { isOfficeSide, isSecretariat, itemActs, visibleItems } from "../policy";
import { releasedOn } from "../post/instructionOf";
import { madeOfOne } from "../sources";
import { differenceOf } from "../text/difference";
import { asBlocks, type Text } from "../text/model";
import { sentForDesk, sentOf, wasSent } from "./sent";

/** Reading and saving are not steps of a fate. */
const hidden = ["saveDraft", "attach", "detach", "flag", "unflag"];

/**
 * One item with its whole history: where it is, what was said, where it was printed, and what was
 * changed. For its office, and for the secretariat once it has reached the desk. What an issue in
 * work makes of it, and from which other offices it was merged, is shown to the office only when that issue
 * has gone out, and no longer once it was recalled or corrected; what others sent for it is not shown at all.
 */
export async function fateOf(actor: Actor, id: string) {
  const item = await db.item.findFirst({
    where: { AND: [{ id }, visibleItems(actor)] },
    include: {
      office: { select: { name: true, shortName: true, phone: true, signOff: true } },
      author: { select: { name: true } },
      publication: { select: { name: true } },
      section: { select: { title: true } },
      attachments: { select: { id: true, name: true, size: true, createdAt: true }, orderBy: { createdAt: "asc" } },
      submitted: { orderBy: { number: "asc" } },
    },
  });
  if (!item) throw missing();
  const isOwn = isOfficeSide(actor) && item.officeId === actor.officeId;
  const sent = isOwn ? sentOf(item) : sentForDesk({ ...item, submitted: item.submitted.toReversed() });
  const printings = await printingsOf(actor, id, item.submitted);
  const isShown = (entryId: string | null) => printings.some((each) => each.after && each.entryId === entryId);
  const lines = await db.event.findMany({
    where: { itemId: id, act: { notIn: hidden }, refused: false },
    orderBy: { id: "asc" },
  });
  const own = lines.filter(({ act, entryId }) => !isOwn || act !== "editEntry" || isShown(entryId));
  const events = [...own, ...(await signaturesOf(printings))].sort((a, b) => Number(a.id - b.id));
  return {
    item: { ...item, ...sent, events, attachments: item.attachments.filter((file) => isOwn || wasSent(item, file)) },
    isOwn,
    acts: itemActs(actor, item),
    officials: await officialsNamed(sent.officialIds, sent.date ?? today()),
    printings,
    resubmission: resubmissionOf(item.submitted),
    /** Of leaders, as far as the secretariat has let the office know. */
    instructions: await releasedOn(id),
  };
}

type Submitted = { number: number; content: unknown };

async function printingsOf(actor: Actor, itemId: string, submitted: Submitted[]) {
  const ofIt = await madeOfOne(db, itemId);
  const entries = await db.entry.findMany({
    where: {
      ...ofIt,
      issue: {
        state: { not: "void" },
        // What a new edition carries is told there.
        NOT: { state: "corrected", corrections: { some: { state: "distributed", entries: { some: ofIt } } } },
        // A new edition in work is the secretariat's business until it goes out.
        OR: [{ correctsId: null }, { state: { in: ["distributed", "corrected", "recalled"] } }],
      },
    },
    orderBy: { id: "asc" },
    include: {
      section: { select: { title: true } },
      sources: { orderBy: { order: "asc" } },
      revisions: {
        orderBy: { version: "asc" },
        select: { version: true, reason: true, byName: true, at: true, act: true, office: true },
      },
      issue: {
        select: {
          id: true,
          state: true,
          year: true,
          number: true,
          series: true,
          distributedAt: true,
          publication: { select: { name: true } },
        },
      },
    },
  });
  const deliveries = await deliveriesOf(entries.map(({ issue }) => issue.id));
  return Promise.all(
    entries.map(async (entry) => {
      const isOut = entry.issue.distributedAt !== null;
      const isShown = isOut && (isSecretariat(actor) || entry.issue.state === "distributed");
      const source = [entry, ...entry.sources].find((each) => each.itemId === itemId);
      const sent = submitted.find(({ number }) => number === source?.submission);
      return {
        entryId: entry.id,
        /** Not as an entry of its own: with an item that was there before. */
        isMerged: entry.itemId !== itemId,
        issue: entry.issue,
        section: entry.section.title,
        isOut,
        isRecalled: entry.issue.state === "recalled",
        isDropped: entry.issue.state === "corrected",
        deliveries: deliveries.get(entry.issue.id) ?? 0,
        acknowledged: isOut
          ? await db.delivery.count({ where: { issueId: entry.issue.id, acknowledgedAt: { not: null } } })
          : 0,
        before: isShown && sent ? (sent.content as Text) : null,
        after: isShown ? ({ headline: entry.headline, blocks: asBlocks(entry.blocks) } satisfies Text) : null,
        difference:
          isShown && sent
            ? differenceOf(sent.content as Text, { headline: entry.headline, blocks: asBlocks(entry.blocks) })
            : null,
        reasons: isShown ? entry.revisions.filter(({ reason, act }) => reason || act) : [],
      };
    }),
  );
}

/** Who signed the issues in which it was printed belongs to its way, too. */
function signaturesOf(printings: { isOut: boolean; issue: { id: string } }[]) {
  const issueIds = printings.filter(({ isOut }) => isOut).map(({ issue }) => issue.id);
  return db.event.findMany({ where: { issueId: { in: issueIds }, act: "signOff" } });
}

/** What the office changed between the last two times it sent the item. */
function resubmissionOf(submitted: Submitted[]) {
  const [before, after] = submitted.slice(-2);
  return before && after ? differenceOf(before.content as Text, after.content as Text) : null;
}
