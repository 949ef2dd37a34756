import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { fileName, typeOf } from "../attachable";
import { record } from "../events";
import { ask, isOfficeSide, mayWrite, visibleItems } from "../policy";
import { lockItem } from "../transition";
import { isWritable } from "../workflow";
import { wasSent } from "./sent";

const maxCount = 10;

/** Attaches a file to an item that its office may still write. */
export async function attach(actor: Actor, itemId: string, file: { name: string; bytes: Uint8Array }) {
  const name = fileName(file.name);
  const type = await typeOf(name, file.bytes);
  return inTransaction(async (tx) => {
    await lockItem(tx, itemId);
    const item = await tx.item.findFirst({ where: { AND: [{ id: itemId }, visibleItems(actor)] } });
    if (!item) throw missing();
    ask(mayWrite(actor, item));
    if (!isWritable(item.state)) throw new Refusal("alreadySent");
    if ((await tx.attachment.count({ where: { itemId } })) >= maxCount)
      throw new Refusal("tooManyAttachments", { field: "attachment", values: { max: maxCount } });
    const data = {
      itemId,
      name,
      type,
      size: file.bytes.length,
      bytes: new Uint8Array(file.bytes),
      uploadedById: actor.id,
    };
    const attachment = await tx.attachment.create({ data: { ...data, createdAt: now() } });
    await record(tx, actor, "attach", { itemId, detail: { name } });
    return { id: attachment.id, name, size: file.bytes.length };
  });
}

export async function detach(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const attachment = await tx.attachment.findFirst({
      where: { id, item: visibleItems(actor) },
      select: { name: true, item: { select: { id: true, officeId: true, state: true } } },
    });
    if (!attachment) throw missing();
    ask(mayWrite(actor, attachment.item));
    await lockItem(tx, attachment.item.id);
    const { state } = await tx.item.findUniqueOrThrow({ where: { id: attachment.item.id } });
    if (!isWritable(state)) throw new Refusal("alreadySent");
    const { count } = await tx.attachment.deleteMany({ where: { id } });
    if (!count) return;
    await record(tx, actor, "detach", { itemId: attachment.item.id, detail: { name: attachment.name } });
  });
}

/** The file itself, for whoever may see the item. */
export async function attachmentFor(actor: Actor, id: string) {
  const attachment = await db.attachment.findFirst({
    where: { id, item: visibleItems(actor) },
    include: { item: { select: { officeId: true, state: true, submittedAt: true } } },
  });
  if (!attachment) throw missing();
  const isOwn = isOfficeSide(actor) && attachment.item.officeId === actor.officeId;
  if (!isOwn && !wasSent(attachment.item, attachment)) throw missing();
  return attachment;
}
