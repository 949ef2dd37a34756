"use client";

import type { Editor } from "@tiptap/react";
import { useEditorState } from "@tiptap/react";
import { ImagePlus, List, ListOrdered, Redo2, Table as TableIcon, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The bar above a text: style, bold, lists, table, picture, undo. Ctrl-B, Ctrl-Z and the rest work as everywhere. */
export function Toolbar({
  editor,
  onPictures,
  counts,
}: {
  editor: Editor;
  onPictures: (files: File[]) => void;
  counts: ReactNode;
}) {
  const say = useTranslations("editor");
  const now = useEditorState({
    editor,
    selector: ({ editor: of }) => ({
      style: of.isActive("heading") ? String(of.getAttributes("heading").level) : "0",
      bold: of.isActive("bold"),
      bullets: of.isActive("bulletList"),
      numbers: of.isActive("orderedList"),
      table: of.isActive("table"),
      undo: of.can().undo(),
      redo: of.can().redo(),
    }),
  });
  const run = () => editor.chain().focus();
  return (
    <div
      role="toolbar"
      aria-label={say("toolbar")}
      className="flex flex-wrap items-center gap-x-1 border-b border-line-2 px-3"
    >
      <select
        aria-label={say("style")}
        value={now.style}
        onChange={({ target }) => {
          const level = Number(target.value);
          if (level)
            run()
              .setHeading({ level: level as 1 | 2 | 3 })
              .run();
          else run().setParagraph().run();
        }}
        className="min-h-11 bg-transparent pr-2"
      >
        {["0", "1", "2", "3"].map((level) => (
          <option key={level} value={level}>
            {say(`styles.${level}` as "styles.0")}
          </option>
        ))}
      </select>
      <Rule />
      <Tool on={now.bold} act={() => run().toggleBold().run()} name={say("bold")}>
        <b>{say("bold")}</b>
      </Tool>
      <Tool on={now.bullets} act={() => run().toggleBulletList().run()} name={say("bullets")}>
        <List size={20} aria-hidden />
      </Tool>
      <Tool on={now.numbers} act={() => run().toggleOrderedList().run()} name={say("numbers")}>
        <ListOrdered size={20} aria-hidden />
      </Tool>
      <Tool
        act={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        name={say("table")}
        disabled={now.table}
      >
        <TableIcon size={20} aria-hidden />
      </Tool>
      <label className="inline-flex min-h-11 items-center gap-1.5 px-2 focus-within:outline-2 focus-within:outline-focus hover:bg-sunk">
        <ImagePlus size={20} aria-hidden />
        {say("picture")}
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif,image/tiff"
          multiple
          className="sr-only"
          onChange={({ target }) => {
            onPictures([...(target.files ?? [])]);
            target.value = "";
          }}
        />
      </label>
      <Rule />
      <Tool act={() => run().undo().run()} name={say("undo")} disabled={!now.undo}>
        <Undo2 size={20} aria-hidden />
      </Tool>
      <Tool act={() => run().redo().run()} name={say("redo")} disabled={!now.redo}>
        <Redo2 size={20} aria-hidden />
      </Tool>
      <span className="ml-auto py-2 whitespace-nowrap text-ink-3">{counts}</span>
      {now.table && (
        <div className="flex w-full flex-wrap gap-x-4 border-t border-line">
          {(
            [
              ["rowBelow", () => run().addRowAfter().run()],
              ["columnRight", () => run().addColumnAfter().run()],
              ["dropRow", () => run().deleteRow().run()],
              ["dropColumn", () => run().deleteColumn().run()],
              ["dropTable", () => run().deleteTable().run()],
            ] as const
          ).map(([name, act]) => (
            <button key={name} type="button" onClick={act} className="texttool min-h-11">
              {say(name)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Rule() {
  return <span aria-hidden className="mx-1 h-5 w-px bg-line-2" />;
}

function Tool({
  on,
  act,
  name,
  disabled,
  children,
}: {
  on?: boolean;
  act: () => void;
  name: string;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={on}
      disabled={disabled}
      // The text keeps its selection: a pointer on the bar must not take the focus away.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
      className={`inline-flex min-h-11 min-w-11 items-center justify-center px-2 hover:bg-sunk disabled:text-line-2 ${on ? "bg-sunk" : ""}`}
    >
      {children}
    </button>
  );
}
