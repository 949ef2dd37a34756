import { Engine } from "@/typesetting/engine";
import { facesFor } from "@/typesetting/faces/faces";
import type { Press } from "@/typesetting/press";
import { templatesIn } from "@/typesetting/templates";

/** A press as the product opens it. */
export function openPress(): Press {
  const faces = facesFor({ own: "fonts", root: process.cwd() });
  return { engine: new Engine(faces.files, templatesIn("typesetting/templates")), faces };
}
