"use client";

import { mergeAttributes, Node } from "@tiptap/core";
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { GrowingLine } from "../GrowingLine";

/** A photograph with its caption and who took it. HTML that is pasted never becomes one: only an upload does. */
export const figure = Node.create({
  name: "figure",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({ image: { default: "" }, caption: { default: "" }, credit: { default: "" } }),
  parseHTML: () => [
    {
      tag: "figure[data-image]",
      getAttrs: (element) => ({
        image: element.getAttribute("data-image"),
        caption: element.getAttribute("data-caption") ?? "",
        credit: element.getAttribute("data-credit") ?? "",
      }),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    "figure",
    mergeAttributes(HTMLAttributes, {
      "data-image": node.attrs.image,
      "data-caption": node.attrs.caption,
      "data-credit": node.attrs.credit,
    }),
  ],
  addNodeView: () => ReactNodeViewRenderer(FigureView),
});

function FigureView({ node, updateAttributes, deleteNode, editor }: NodeViewProps) {
  const say = useTranslations("editor");
  const { image, caption, credit } = node.attrs as { image: string; caption: string; credit: string };
  const field = "min-h-11 bg-transparent outline-none placeholder:text-ink-3";
  return (
    <NodeViewWrapper className="mx-auto my-3 w-[min(100%,560px)]" data-drag-handle>
      {/* biome-ignore lint/performance/noImgElement: each picture is asked for with the writer's own right */}
      <img
        src={`/images/${image}`}
        alt={caption || say("picture")}
        className="mx-auto max-h-[420px] max-w-full"
        draggable={false}
      />
      <div
        contentEditable={false}
        className="flex flex-wrap items-center gap-x-3 border-b border-field font-sans text-body focus-within:border-focus"
      >
        <span className="whitespace-nowrap text-ink-3">{say("caption")}</span>
        <GrowingLine
          aria-label={say("caption")}
          value={caption}
          disabled={!editor.isEditable}
          placeholder={say("captionHint")}
          onText={(text) => updateAttributes({ caption: text })}
          className={`min-w-0 grow py-2 max-sm:w-[70%] ${field}`}
        />
        <input
          aria-label={say("credit")}
          value={credit}
          disabled={!editor.isEditable}
          placeholder={say("credit")}
          onChange={(event) => updateAttributes({ credit: event.target.value })}
          className={`w-24 text-right text-ink-3 max-sm:grow max-sm:text-left ${field}`}
        />
        {editor.isEditable && (
          <button
            type="button"
            onClick={deleteNode}
            aria-label={say("removePicture")}
            className="inline-flex size-11 items-center justify-center"
          >
            <X size={20} aria-hidden />
          </button>
        )}
      </div>
    </NodeViewWrapper>
  );
}
