import { takeImage } from "@/bulletin/intake/images";
import type { Block, Run } from "@/bulletin/text/model";
import type { Actor } from "@/lib/actor";
import { type Day, toColumn } from "@/lib/dates";
import { photograph } from "./city/photographs";
import type { Scene, SeedText } from "./city/types";

type Written = Pick<SeedText, "paragraphs" | "photographs">;

/** The city's shorthand as blocks: `# ` and `## ` open headings, `**…**` is bold, `{date}` is the day. */
export function blocksOf(paragraphs: string[], day: Day): Block[] {
  return paragraphs.map((text) => {
    const heading = /^(#{1,3}) (.*)$/.exec(dated(text, day));
    if (!heading) return { type: "paragraph", runs: runsOf(dated(text, day)) };
    const level = heading[1]?.length as 1 | 2 | 3;
    return { type: "heading", level, runs: runsOf(heading[2] ?? "") };
  });
}

/** With its photographs, taken in as a contributor would. */
export async function illustrated(actor: Actor, { paragraphs, photographs = [] }: Written, day: Day): Promise<Block[]> {
  const blocks = blocksOf(paragraphs, day);
  for (const { scene, caption, afterParagraph } of photographs.toReversed()) {
    const { id } = await takeImage(actor, await picture(scene, seedOf(caption) % 2));
    blocks.splice(afterParagraph + 1, 0, { type: "figure", image: id, caption, credit: "" });
  }
  return blocks;
}

// Drawing one takes seconds, so each scene is drawn twice at the most.
const drawn = new Map<string, Promise<Buffer>>();

function picture(scene: Scene, variant: number): Promise<Buffer> {
  const key = `${scene} ${variant}`;
  const buffer = drawn.get(key) ?? photograph(scene, [5, 23][variant] ?? 5);
  drawn.set(key, buffer);
  return buffer;
}

export function dated(text: string, day: Day): string {
  const date = toColumn(day);
  return text.replaceAll("{date}", `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`);
}

function runsOf(text: string): Run[] {
  return text
    .split("**")
    .flatMap((part, at): Run[] => (part ? [{ text: part, ...(at % 2 && { bold: true as const }) }] : []));
}

function seedOf(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
