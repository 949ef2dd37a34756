import { tmpdir } from "node:os";
import path from "node:path";
import { Engine } from "../engine";
import { facesFor } from "../faces/faces";
import type { Press } from "../press";
import { templatesIn } from "../templates";

export const root = path.resolve(import.meta.dirname, "../..");
/** A folder that is not there: the faces of an office must not change what a test measures. */
export const noFolder = path.join(tmpdir(), "bianfa-no-faces");

/** A press of its own, with the templates as they are or with some of them replaced. */
export function newPress(replaced: Record<string, string> = {}, at = root): Press {
  const faces = facesFor({ own: noFolder, root: at });
  const templates = templatesIn(path.join(root, "typesetting/templates"));
  for (const [name, text] of Object.entries(replaced)) templates.set(name, text);
  return { engine: new Engine(faces.files, templates), faces };
}

let shared: Press | undefined;

/** One press for a whole process: loading the faces takes longer than most tests. */
export function press(): Press {
  shared ??= newPress();
  return shared;
}
