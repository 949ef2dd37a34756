import { Engine } from "@/typesetting/engine";
import { facesFor } from "@/typesetting/faces/faces";
import { type Press, typeset } from "@/typesetting/press";
import { templatesIn } from "@/typesetting/templates";
import { twelvePages } from "./issue";

/** A press as the product opens it. */
export function openPress(): Press {
  const faces = facesFor({ own: "fonts", root: process.cwd() });
  return { engine: new Engine(faces.files, templatesIn("typesetting/templates")), faces };
}

// In a process of its own: from nothing to the bytes of the PDF, faces included.
if (process.argv[2] === "--first") {
  const issue = (await twelvePages())(1);
  const begin = performance.now();
  typeset(openPress(), issue).archive();
  process.stdout.write(String(performance.now() - begin));
}
