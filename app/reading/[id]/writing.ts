// What is needed to write an instruction, loaded when somebody begins to: most who read write nothing.
export { nothingDrawn } from "@/bulletin/post/strokes";
export { InstructForm } from "./InstructForm";
export { keep, kept } from "./keptInstruction";
