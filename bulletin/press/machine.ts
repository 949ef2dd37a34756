import path from "node:path";
import { readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { Engine } from "@/typesetting/engine";
import { type Faces, facesFor } from "@/typesetting/faces/faces";
import type { Press } from "@/typesetting/press";
import { templatesIn } from "@/typesetting/templates";

/** The faces of this machine: the office's own folder first (BIANFA_FONTS). */
export function machineFaces(): Faces {
  return facesFor({ own: readEnv().BIANFA_FONTS, root: process.cwd() });
}

// One engine a process: Next evaluates modules anew on each change in development, faces take 100 MB.
const kept = globalThis as { bianfaPress?: Press & { state: string } };

/** The press of this process. Made anew when a face or a template has come, gone or changed. */
export function machinePress(): Press {
  const faces = machineFaces();
  const templates = templatesIn(path.join(process.cwd(), "typesetting/templates"));
  const state = JSON.stringify([faces.files, [...templates]]);
  if (kept.bianfaPress?.state === state && kept.bianfaPress.faces === faces) return kept.bianfaPress;
  for (const { file, reason } of faces.unreadable) log.warn({ file, reason }, "a face cannot be read");
  kept.bianfaPress = { engine: new Engine(faces.files, templates), faces, state };
  return kept.bianfaPress;
}
