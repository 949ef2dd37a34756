import { randomUUID } from "node:crypto";
import { takeFile } from "@/bulletin/archive/import/take";
import { attach } from "@/bulletin/intake/attachments";
import { saveDraft, startDraft } from "@/bulletin/intake/draft";
import { takeImage } from "@/bulletin/intake/images";
import { attachToAnswer } from "@/bulletin/post/answerFiles";
import { answer } from "@/bulletin/post/forwarding";
import { story } from "@/bulletin/testing/items";
import { pastWeekly } from "@/bulletin/testing/pastWeekly";
import type { InstructionState } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { photograph } from "@/seeds/city/photographs";
import { db, ownWeekly, pointsOn, stage } from "./builders";
import { ownPicture, type Taking, takings } from "./taking";

export const everybody = [
  "office",
  "office2",
  "lead",
  "editor",
  "reviewer",
  "signer",
  "leader",
  "leader2",
  "sysadmin",
  "secadmin",
  "auditor",
];

const secretariat = ["editor", "reviewer", "signer"];

/** `isDocument`: a page that is made whole, and has no data for the router of Next (app/document). */
type Place = { seenBy: string[]; isPage: boolean; isDocument?: boolean };

/**
 * An item of `office` that has reached nobody yet and one that was printed, an issue in work and one sent out: what
 * there is to see, and what takes something.
 */
export async function addresses(): Promise<{ places: [string, Place][]; takes: Taking[] }> {
  const people = await stage();
  const writer = people.actor("office");
  const weekly = await ownWeekly(`权限周刊${randomUUID().slice(0, 4)}`);
  await pointsOn(weekly);
  const draft = await startDraft(writer, "story");
  const { id: image } = await takeImage(writer, await photograph("bridge", 7));
  const blocks = [{ type: "figure", image, caption: "大桥", credit: "" }] as const;
  await saveDraft(writer, { id: draft, version: 1, draft: story(weekly, { blocks: [...blocks] }) });
  const { id: attachment } = await attach(writer, draft, { name: "附件.txt", bytes: Buffer.from("只给本单位") });
  const printed = await db.item.findFirstOrThrow({ where: { state: "published", officeId: writer.officeId } });
  const working = await db.issue.findFirstOrThrow({ where: { state: "compiling", entries: { some: {} } } });
  const entry = await db.entry.findFirstOrThrow({ where: { issueId: working.id } });
  // The flash issues after the lists were shortened, with an item of another office; read, so that no other story waits for it.
  const read = { account: { account: "leader" }, acknowledgedAt: { not: null } };
  const reach = { some: read, none: { account: { account: "leader2" } } };
  const foreign = { none: { item: { officeId: { in: [writer.officeId, people.actor("office2").officeId] } } } };
  const sent = await db.issue.findFirstOrThrow({
    where: { state: "distributed", deliveries: reach, entries: foreign },
  });
  const closed = await forwardedTo(writer, "closed");
  const waiting = await forwardedTo(writer, "forwarded");
  const unsent = await put(writer, waiting);
  const other = people.actor("office2");
  const answered = await forwardedTo(other, "answered");
  const given = await put(other, answered);
  await answer(other, { id: answered.id, text: "补充一份材料。" });
  const { id: past } = await takeFile(people.actor("editor"), {
    name: "权限.txt",
    bytes: new TextEncoder().encode(pastWeekly(1, { name: "权限旧刊" })),
  });
  const mine = ["office", "lead"];
  const admins = ["sysadmin", "secadmin", "auditor"];
  const page = (seenBy: string[]): Place => ({ seenBy, isPage: true });
  const document = (seenBy: string[]): Place => ({ ...page(seenBy), isDocument: true });
  const data = (seenBy: string[]): Place => ({ seenBy, isPage: false });
  const places: [string, Place][] = [
    ["/items", page([...mine, "office2"])],
    ["/items/new", page(["office", "office2"])],
    [`/items/${draft}`, page(mine)],
    [`/items/${printed.id}`, page([...mine, ...secretariat])],
    ["/desk", page(["editor"])],
    ["/issues", page(secretariat)],
    ["/issues/ledger", page(secretariat)],
    ["/issues/publications", page(["editor"])],
    [`/issues/${working.id}`, page(secretariat)],
    [`/issues/${working.id}/lists`, page(["editor"])],
    [`/issues/${working.id}/imprint`, page(["editor"])],
    [`/issues/${working.id}/entries/${entry.id}`, page(secretariat)],
    [`/issues/${working.id}/rehearsal`, page(secretariat)],
    [`/issues/${sent.id}/receipts`, page(secretariat)],
    ["/reading", document([...mine, "office2", ...secretariat, "leader", "leader2"])],
    [`/reading/${sent.id}`, document([...secretariat, "leader"])],
    [`/reading/${working.id}`, document([])],
    ["/notices", page(everybody)],
    ["/search?q=会议", page([...mine, "office2", ...secretariat, "leader", "leader2"])],
    ["/search/suggest?q=会议", data([...mine, "office2", ...secretariat, "leader", "leader2"])],
    ["/instructions", page([...mine, "office2", ...secretariat, "leader", "leader2"])],
    [`/instructions/${closed.instructionId}`, page([...mine, ...secretariat, "leader"])],
    ["/stats", page([...mine, "office2", ...secretariat])],
    ["/stats/list?what=adopted", page([...mine, "office2", ...secretariat])],
    ["/stats/export", data([...mine, "office2", ...secretariat])],
    ["/stats/notice", data(secretariat)],
    ["/stats/notice?as=docx", data(secretariat)],
    ["/deputies", page(["signer", "leader", "leader2"])],
    [`/issues/${sent.id}/signing-sheet`, page(secretariat)],
    [`/issues/publications/${weekly.id}/lists`, page(["editor"])],
    ["/archive", page([...mine, "office2", ...secretariat, "leader", "leader2"])],
    ["/archive/import", page(["editor"])],
    [`/archive/import/${past}`, page(["editor"])],
    [`/archive/import/${past}/original`, data(["editor"])],
    ["/stats/relays", page([...mine, "office2", ...secretariat])],
    ["/stats/points", page([...mine, "office2", ...secretariat])],
    [`/stats/points/${writer.officeId}`, page([...mine, ...secretariat])],
    ["/stats/points/export", data([...mine, "office2", ...secretariat])],
    ["/stats/points/rules", page(secretariat)],
    ["/stats/points/rules/new", page(["editor"])],
    ["/admin", page(admins)],
    ["/admin/record/export", data(["auditor"])],
    ["/admin/record/anchors", data(["auditor"])],
    ["/account", page(everybody)],
    ["/account/due", page(everybody)],
    [`/images/${image}`, data(mine)],
    [`/attachments/${attachment}`, data(mine)],
    ["/notices/live", data(everybody)],
    ["/instructions/export", data([...mine, "office2", ...secretariat, "leader", "leader2"])],
    [`/instructions/files/${unsent}`, data(mine)],
    [`/instructions/files/${given}`, data(["office2", ...secretariat, "leader"])],
    [`/issues/${sent.id}/file-copy`, data(secretariat)],
    [`/issues/${working.id}/live`, data(secretariat)],
    [`/issues/${working.id}/pdf`, data(secretariat)],
    [`/issues/${working.id}/docx`, data(secretariat)],
    [`/issues/${sent.id}/pdf`, data([...secretariat, "leader"])],
    [`/issues/${sent.id}/docx`, data([...secretariat, "leader"])],
  ];
  const things = { draft, forward: waiting.id, working: working.id, sent: sent.id, weekly };
  return { places, takes: takings({ ...things, picture: await ownPicture() }) };
}

/** What the demonstration has forwarded to that office. */
function forwardedTo({ officeId }: Actor, state: InstructionState) {
  return db.forward.findFirstOrThrow({ where: { officeId, instruction: { state } } });
}

/** A file beside the answer that the office is writing. */
async function put(actor: Actor, { id }: { id: string }): Promise<string> {
  const file = { name: "办理情况.txt", bytes: Buffer.from("只给转办的单位") };
  return (await attachToAnswer(actor, id, file)).id;
}
