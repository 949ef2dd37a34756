import type { z } from "zod";
import type { Actor } from "@/lib/actor";
import { Refusal } from "@/lib/refusal";
import { recogniseApart } from "../archive/recognise/apart";
import { opensCaption } from "../archive/recognise/captions";
import { ask, has } from "../policy";
import { isClassified } from "../text/fields";
import { readApart } from "../text/files/apart";
import { type Block, imagesOf, lengthOf, limits, type Run, textOf } from "../text/model";
import { blocksSchema, headlineSchema } from "../text/schema";
import { takeImage } from "./images";

export type FromFile = { kind: "story" | "brief"; headline: string[]; blocks: Block[]; remarks: string[] };

/**
 * A file as the text of one item: a Word file with its headings, bold, tables and photographs, any other
 * as its text. The photographs become the office's own, as if they had been put in one by one; one that
 * cannot be read leaves its caption, and the person is told. Refused: what cannot be read, and what an item cannot hold.
 */
export async function itemFromFile(actor: Actor, bytes: Uint8Array): Promise<FromFile> {
  ask(has(actor, "contributor"));
  const file = await readApart(bytes);
  if (isClassified(file.text)) throw new Refusal("classified", { field: "file" });
  const remarks = [...file.remarks];
  let blocks = file.blocks ? withCaptions(file.blocks) : await textBlocks(file.text);
  for (const { key, bytes: picture } of file.pictures) {
    const image = await takeImage(actor, picture).catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    if (!image) remarks.push("pictureUnreadable");
    blocks = blocks.flatMap((each) => placed(each, key, image?.id ?? null));
  }
  const { headline, body } = withoutHeadline(blocks);
  const kind = headline.length || body.length !== 1 || imagesOf(body).length ? "story" : "brief";
  return {
    kind,
    headline: fitting(headlineSchema, headline, body),
    blocks: fitting(blocksSchema, body, body),
    remarks: [...new Set(remarks)],
  };
}

function placed(block: Block, key: string, image: string | null): Block[] {
  if (block.type !== "figure" || block.image !== key) return [block];
  return captioned({ ...block, image: image ?? "" });
}

/** A line 图为… below a picture without a caption is that picture's. */
function withCaptions(blocks: Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const text = textOf(runsOf(block)).trim();
    if (last?.type === "figure" && !last.caption && block.type === "paragraph" && opensCaption(text))
      out[out.length - 1] = { ...last, caption: text };
    else out.push(block);
  }
  return out;
}

/** A text without any structure, mended as one that was read off a page: a headline within it is a heading. */
async function textBlocks(text: string): Promise<Block[]> {
  const { issues } = (await recogniseApart(text)).recognised;
  const entries = issues.flatMap(({ sections }) => sections.flatMap((each) => each.entries));
  return entries.flatMap(({ title, blocks }) => [
    ...title.map((line): Block => ({ type: "heading", level: 1, runs: [{ text: line }] })),
    ...blocks.flatMap(({ pieces: _, repetition: __, ...block }) => captioned(block as Block)),
  ]);
}

/** A picture that was lost on the way leaves its caption. */
function captioned(block: Block): Block[] {
  if (block.type !== "figure" || block.image) return [block];
  return block.caption ? [{ type: "paragraph", runs: [{ text: block.caption }] }] : [];
}

/** The lines before the text that are headings, or short and end without a stop: at most three, and something must follow. */
function withoutHeadline(blocks: Block[]): { headline: string[]; body: Block[] } {
  const ends = blocks.findIndex((each) => !isHeadlineLine(each));
  const lines = blocks.slice(0, Math.min(3, Math.max(0, ends)));
  return { headline: lines.map((each) => textOf(runsOf(each)).trim()), body: blocks.slice(lines.length) };
}

function isHeadlineLine(block: Block): boolean {
  const text = textOf(runsOf(block)).trim();
  return (
    text.length > 0 &&
    [...text].length <= limits.headlineLine &&
    !/[。；：！？，、…”」]$/.test(text) &&
    !/^[一二三四五六七八九十]+、/.test(text)
  );
}

function runsOf(block: Block): Run[] {
  return block.type === "paragraph" || block.type === "heading" ? block.runs : [];
}

/** What an item can hold; refused with the sentence of its form. */
function fitting<S extends z.ZodType>(schema: S, value: unknown, blocks: Block[]): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const params = issue?.code === "custom" ? issue.params : undefined;
  const length = blocks.reduce((sum, each) => sum + lengthOf(each), 0);
  throw new Refusal(String(params?.key ?? "malformed"), { field: "file", values: { length, ...params?.values } });
}
