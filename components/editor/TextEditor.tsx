"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { forwardRef, useEffect, useImperativeHandle, useRef, useState } from "react";
import { type Block, imagesOf } from "@/bulletin/text/model";
import { countOf } from "@/bulletin/text/plain";
import { fromTiptap, type Node, toTiptap } from "@/bulletin/text/tiptap";
import { Notice } from "../Notice";
import { extensions } from "./extensions";
import { placePicture } from "./placePicture";
import { Toolbar } from "./Toolbar";
import { uploadImage } from "./upload";

export type TextEditorHandle = {
  set: (blocks: Block[]) => void;
  focus: () => void;
  /** Goes to the end of a block. */
  focusBlock: (at: number) => void;
};

type Props = {
  initial: Block[];
  label: string;
  error?: string;
  onChange: (blocks: Block[]) => void;
  /** Told which block the writer is in. */
  onPlace?: (block: number) => void;
};

/** Writes blocks. Photographs come by button, paste and drop, and are uploaded at once. */
export const TextEditor = forwardRef<TextEditorHandle, Props>(function TextEditor(
  { initial, label, error, onChange, onPlace },
  handle,
) {
  const say = useTranslations("editor");
  const [blocks, setBlocks] = useState(initial);
  const [uploading, setUploading] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const take = useRef<(files: File[], at?: number) => boolean>(() => false);

  const editor = useEditor({
    extensions,
    content: toTiptap(initial),
    immediatelyRender: false,
    editorProps: {
      attributes: {
        class: "bulletin grid grid-cols-1 content-start gap-1 min-h-[320px] px-[8%] py-6 text-edit outline-none",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        spellcheck: "false",
      },
      // Word and Excel put a picture of the text beside the text: the text is what was meant.
      handlePaste: (_, event) =>
        !event.clipboardData?.getData("text/plain") && take.current([...(event.clipboardData?.files ?? [])]),
      handleDrop: (view, event) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return take.current([...(event.dataTransfer?.files ?? [])], at);
      },
    },
    onSelectionUpdate: ({ editor: of }) => onPlace?.(of.state.selection.$from.index(0)),
    onUpdate: ({ editor: of }) => {
      const next = fromTiptap(of.getJSON() as Node);
      setBlocks(next);
      onChange(next);
    },
  });

  take.current = (files, at) => {
    const pictures = files.filter(({ type }) => type.startsWith("image/"));
    if (!files.length) return false;
    if (pictures.length) void insert(pictures, at);
    else setRefused(say("onlyPictures"));
    return true;
  };

  async function insert(pictures: File[], at?: number) {
    setRefused(null);
    setUploading((count) => count + pictures.length);
    let place = at;
    for (const file of pictures) {
      const result = await uploadImage(file);
      setUploading((count) => count - 1);
      if ("sentence" in result) setRefused(`${file.name}：${result.sentence ?? say("uploadFailed")}`);
      else if (editor) place = placePicture(editor, result.id, place);
    }
  }

  // A text restored or taken over from somebody else replaces the one on the page.
  const shown = useRef(initial);
  useEffect(() => {
    if (!editor || shown.current === initial) return;
    shown.current = initial;
    editor.commands.setContent(toTiptap(initial), { emitUpdate: true });
  }, [editor, initial]);

  useImperativeHandle(handle, () => ({
    set: (next) => editor?.commands.setContent(toTiptap(next), { emitUpdate: true }),
    focus: () => editor?.commands.focus(),
    focusBlock: (at) => {
      if (!editor) return;
      const { doc } = editor.state;
      let end = 0;
      for (let index = 0; index <= Math.min(at, doc.childCount - 1); index++) end += doc.child(index).nodeSize;
      editor
        .chain()
        .focus(Math.max(0, end - 1))
        .scrollIntoView()
        .run();
    },
  }));

  const counts = (
    <>
      {say("characters", { count: countOf(blocks) })}
      {imagesOf(blocks).length > 0 && (
        <span className="ml-3">{say("pictures", { count: imagesOf(blocks).length })}</span>
      )}
    </>
  );
  return (
    <div className={`border bg-sheet ${error ? "border-2 border-ochre" : "border-line-2"}`}>
      {editor ? (
        <Toolbar editor={editor} counts={counts} onPictures={(files) => take.current(files)} />
      ) : (
        <div className="h-[45px] border-b border-line-2" />
      )}
      <EditorContent editor={editor} className="editing" />
      <div aria-live="polite">
        {uploading > 0 && <p className="px-4 py-2 text-ink-3">{say("uploading", { count: uploading })}</p>}
        {refused && (
          <div className="p-3">
            <Notice kind="warning">{refused}</Notice>
          </div>
        )}
      </div>
    </div>
  );
});
