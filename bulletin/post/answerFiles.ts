import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db";
import { missing, Refusal } from "@/lib/refusal";
import { fileName, typeOf } from "../attachable";
import { record } from "../events";
import { isOfficeSide, visibleForwards, visibleInstructions } from "../policy";
import { instructionLife } from "../workflow";
import { forwardOf } from "./forwarding";

const maxCount = 10;

/** Puts a file beside the answer that an office is writing; it goes with the answer. */
export async function attachToAnswer(actor: Actor, forwardId: string, file: { name: string; bytes: Uint8Array }) {
  const name = fileName(file.name);
  const type = await typeOf(name, file.bytes);
  return inTransaction(async (tx) => {
    const { instructionId } = await forwardOf(tx, actor, forwardId);
    await tx.$queryRaw`SELECT id FROM "Instruction" WHERE id = ${instructionId}::uuid FOR UPDATE`;
    const { instruction } = await forwardOf(tx, actor, forwardId);
    await tx.$queryRaw`SELECT id FROM "Forward" WHERE id = ${forwardId}::uuid FOR UPDATE`;
    if (!(instructionLife.answer.from as readonly string[]).includes(instruction.state))
      throw new Refusal("alreadyClosed");
    if ((await tx.answerFile.count({ where: { forwardId, answerId: null } })) >= maxCount)
      throw new Refusal("tooManyAttachments", { field: "attachment", values: { max: maxCount } });
    const { length: size } = file.bytes;
    const data = { forwardId, name, type, size, bytes: new Uint8Array(file.bytes), createdAt: now() };
    const { id } = await tx.answerFile.create({ data });
    await record(tx, actor, "attachToAnswer", { subjectId: instructionId, detail: { name } });
    return { id, name, size };
  });
}

/** Takes a file away again, before the answer is given. */
export async function detachFromAnswer(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const file = await tx.answerFile.findUnique({ where: { id }, select: { forwardId: true, name: true } });
    if (!file) throw missing();
    const { instructionId } = await forwardOf(tx, actor, file.forwardId);
    const { count } = await tx.answerFile.deleteMany({ where: { id, answerId: null } });
    if (!count) throw new Refusal("alreadySent");
    await record(tx, actor, "detachFromAnswer", { subjectId: instructionId, detail: { name: file.name } });
  });
}

/**
 * The file itself: for the secretariat and the leader once the answer is given, for the office that gave
 * it always. Another office to which the same was forwarded does not see it.
 */
export async function answerFileFor(actor: Actor, id: string) {
  const file = await db.answerFile.findFirst({
    where: { id, forward: { AND: [{ instruction: visibleInstructions(actor) }, visibleForwards(actor)] } },
    include: { forward: { select: { officeId: true, instructionId: true } } },
  });
  if (!file) throw missing();
  const isOwn = isOfficeSide(actor) && file.forward.officeId === actor.officeId;
  if (!isOwn && file.answerId === null) throw missing();
  const about = { subjectId: file.forward.instructionId, detail: { format: "answerFile", name: file.name } };
  await inTransaction((tx) => record(tx, actor, "download", about));
  return file;
}
