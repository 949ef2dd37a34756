import type { Editor, JSONContent } from "@tiptap/core";

/**
 * Puts a picture between paragraphs, never into a sentence: before the empty line where the writer is,
 * or behind the paragraph at `at`. Writing goes on below it, and the picture is not left selected:
 * what is typed or pasted next must not replace it. Returns where the next picture belongs.
 */
export function placePicture(editor: Editor, image: string, at?: number): number {
  const { doc, selection } = editor.state;
  const place = doc.resolve(Math.min(at ?? selection.to, doc.content.size));
  const isEmptyLine = place.depth === 1 && place.parent.content.size === 0;
  const position = place.depth === 0 ? place.pos : isEmptyLine ? place.before(1) : place.after(1);
  const figure: JSONContent = { type: "figure", attrs: { image } };
  const isLast = position >= doc.content.size;
  editor
    .chain()
    .focus()
    .insertContentAt(position, isLast ? [figure, { type: "paragraph" }] : figure)
    .setTextSelection(position + 2)
    .run();
  return position + 1;
}
