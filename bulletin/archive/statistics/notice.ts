import type { Actor } from "@/lib/actor";
import { today } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { noticePdf } from "@/typesetting/notice/notice";
import { noticeWord } from "@/typesetting/notice/noticeWord";
import { record } from "../../events";
import { ask, isSecretariat } from "../../policy";
import { machinePress } from "../../press/machine";
import type { StatisticsFilter } from "./filter";
import { noticeText } from "./noticeText";
import { overview } from "./overview";
import { silentOffices } from "./silence";
import { printingTimes } from "./times";

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/**
 * The statistics as a notice (通报), typeset like an official document, or as a Word file to write on in; for
 * the secretariat, which issues it. That it left is entered in the record.
 */
export async function noticeFor(actor: Actor, filter: StatisticsFilter, as: keyof typeof types = "pdf") {
  ask(isSecretariat(actor));
  const of = await overview(actor, filter);
  const { selection, tallies } = of;
  const [{ silent, unheard }, printing] = await Promise.all([
    silentOffices(selection, tallies),
    printingTimes(selection.scope),
  ]);
  const publication = await db.publication.findFirst({
    where: selection.publication ? { id: selection.publication.id } : {},
    orderBy: [{ order: "asc" }, { id: "asc" }],
    select: { issuer: true },
  });
  const issuer = publication?.issuer ?? actor.officeName;
  const notice = noticeText({ ...of, silent, unheard, printing, issuer, day: today() });
  const bytes = as === "pdf" ? noticePdf(machinePress(), notice) : await noticeWord(notice);
  await inTransaction((tx) => record(tx, actor, "download", { detail: { format: "statisticsNotice" } }));
  return { bytes, name: `${notice.title}.${as}`, type: types[as] };
}
