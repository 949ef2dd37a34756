import { dayOfWeek, formatMasthead } from "@/lib/dates";
import { db, type Transaction } from "@/lib/db";
import { defaultSettings, type PressImage, type PressIssue } from "@/typesetting/document";
import { printableImages } from "@/typesetting/images";
import { words } from "@/typesetting/words";
import { asPageForm, pageSettingsOf } from "../desk/pageSettings";
import { imagesOf } from "../text/model";
import type { Content } from "./content";

/** A signed content, or one in work, as the press takes it. */
export function pressIssueOf(
  content: Content,
  { tentative, images }: { tentative: boolean; images: PressIssue["images"] },
): PressIssue {
  const { page } = content;
  const numbered = (format: string, number: number | string) => format.replaceAll("{n}", String(number));
  return {
    layout: content.layout,
    masthead: {
      title: content.publication,
      region: content.region,
      issuer: content.issuer,
      internal: content.marking === "internal",
      number: `${content.series === "supplement" ? words.supplement : ""}${numbered(page?.numberFormat ?? "第{n}期", numberOf(content))}${words.edition(content.edition ?? 1)}`,
      total: content.total === null ? "" : numbered(page?.totalFormat ?? "总第{n}期", content.total),
      tentative,
      date: formatMasthead(content.date),
      weekday: dayOfWeek(content.date),
      day: content.date,
    },
    settings: page ? pageSettingsOf(asPageForm(page)) : defaultSettings,
    editorNote: content.editorNote,
    sections: content.sections.map(({ title, entries }) => ({
      title,
      entries: entries.map(({ id, kind, headline, blocks, placing }) => ({
        id,
        kind,
        headline,
        blocks,
        ...(placing && { newspaper: placing }),
      })),
    })),
    lists: content.lists.map(({ label, addressees }) => ({ label, addressees: addressees.map((each) => each.label) })),
    imprint: content.imprint,
    images,
  };
}

/** A double number is printed as both: 第3—4期. */
function numberOf({ number, lastNumber }: Content): number | string {
  return lastNumber ? `${number}—${lastNumber}` : number;
}

export function imageIdsOf(content: Content): string[] {
  return content.sections.flatMap(({ entries }) => entries.flatMap(({ blocks }) => imagesOf(blocks)));
}

/** The photographs that stand in a content, as they are printed. */
export async function imagesIn(content: Content, tx: Transaction = db): Promise<Record<string, PressImage>> {
  const images = await tx.image.findMany({ where: { id: { in: imageIdsOf(content) } } });
  const found = images.map(({ id, bytes, width, height }) => [id, { bytes, width, height }] as const);
  return printableImages(Object.fromEntries(found));
}
