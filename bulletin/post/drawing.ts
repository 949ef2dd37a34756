import { z } from "zod";
import { refuse } from "../text/fields";
import { type Drawing, isDrawn, nothingDrawn, pad, unfitDrawing } from "./strokes";

/**
 * A drawing from a form (JSON text) or a call (the value itself); nothing at all is an empty drawing. Refused is
 * what `unfitDrawing` says.
 */
export const drawingSchema = z.preprocess(
  read,
  z
    .custom<Drawing>()
    .superRefine((drawing, ctx) => {
      const key = unfitDrawing(drawing);
      if (key) refuse(ctx, key, { max: pad.strokes });
    })
    .transform((drawing) => (isDrawn(drawing) ? drawing : nothingDrawn)),
);

function read(given: unknown): unknown {
  if (given === undefined || given === null || given === "") return nothingDrawn;
  if (typeof given !== "string") return given;
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}
