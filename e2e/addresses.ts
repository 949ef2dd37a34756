import { attach } from "@/bulletin/intake/attachments";
import { saveDraft, startDraft } from "@/bulletin/intake/draft";
import { takeImage } from "@/bulletin/intake/images";
import { story } from "@/bulletin/testing/items";
import { photograph } from "@/seeds/city/photographs";
import { db, ownWeekly, stage } from "./builders";

const secretariat = ["editor", "reviewer", "signer"];

type Place = { seenBy: string[]; isPage: boolean };

/** An item of `office` that has reached nobody yet and one that was printed, an issue in work and one sent out. */
export async function addresses(): Promise<[string, Place][]> {
  const people = await stage();
  const writer = people.actor("office");
  const weekly = await ownWeekly("权限周刊");
  const draft = await startDraft(writer, "story");
  const { id: image } = await takeImage(writer, await photograph("bridge", 7));
  const blocks = [{ type: "figure", image, caption: "大桥", credit: "" }] as const;
  await saveDraft(writer, { id: draft, version: 1, draft: story(weekly, { blocks: [...blocks] }) });
  const { id: attachment } = await attach(writer, draft, { name: "附件.txt", bytes: Buffer.from("只给本单位") });
  const printed = await db.item.findFirstOrThrow({ where: { state: "published", officeId: writer.officeId } });
  const working = await db.issue.findFirstOrThrow({ where: { state: "compiling", entries: { some: {} } } });
  // The flash issues after the lists were shortened, with an item of another office.
  const reach = { some: { account: { account: "leader" } }, none: { account: { account: "leader2" } } };
  const foreign = { none: { item: { officeId: { in: [writer.officeId, people.actor("office2").officeId] } } } };
  const sent = await db.issue.findFirstOrThrow({
    where: { state: "distributed", deliveries: reach, entries: foreign },
  });
  const mine = ["office", "lead"];
  const admins = ["sysadmin", "secadmin", "auditor"];
  const page = (seenBy: string[]): Place => ({ seenBy, isPage: true });
  const data = (seenBy: string[]): Place => ({ seenBy, isPage: false });
  return [
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
    [`/issues/${working.id}/rehearsal`, page(secretariat)],
    [`/issues/${sent.id}/receipts`, page(secretariat)],
    ["/reading", page([...mine, "office2", ...secretariat, "leader", "leader2"])],
    [`/reading/${sent.id}`, page([...secretariat, "leader"])],
    [`/reading/${working.id}`, page([])],
    ["/admin", page(admins)],
    [`/images/${image}`, data(mine)],
    [`/attachments/${attachment}`, data(mine)],
    [`/issues/${working.id}/live`, data(secretariat)],
    [`/issues/${working.id}/pdf`, data(secretariat)],
    [`/issues/${working.id}/docx`, data(secretariat)],
    [`/issues/${sent.id}/pdf`, data([...secretariat, "leader"])],
    [`/issues/${sent.id}/docx`, data([...secretariat, "leader"])],
  ];
}
