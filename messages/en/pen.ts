import type { Sentences } from "../sentences";
import type { pen as zhPen } from "../zh-CN/pen";

/** A leader writes by hand. */
export const pen: Sentences<typeof zhPen> = {
  pen: {
    hint: "Write here by hand, or type in the text field.",
    written: "{label}, {count, plural, one {# stroke} other {# strokes}} written",
    undo: "Undo stroke",
    clear: "Clear",
    restore: "Restore",
    full: "The pad is full. Type the rest in the text field.",
  },
};
