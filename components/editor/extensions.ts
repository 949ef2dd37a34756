import { TableKit } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";
import { figure } from "./figure";

/** What the text model knows, and nothing else: what a paste brings beyond it falls away. */
export const extensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    strike: false,
  }),
  TableKit.configure({ table: { resizable: false } }),
  figure,
];
