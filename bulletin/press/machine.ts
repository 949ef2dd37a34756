import { readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { Engine, type TemplateError } from "@/typesetting/engine";
import { type Faces, facesFor } from "@/typesetting/faces/faces";
import type { Press } from "@/typesetting/press";
import type { Templates } from "@/typesetting/templates";
import { faultOf } from "@/typesetting/trial";
import { keepGood, lastGood, templatesNow } from "./templates";

/** The faces of this machine: the office's own folder first (BIANFA_FONTS). */
export function machineFaces(): Faces {
  return facesFor({ own: readEnv().BIANFA_FONTS, root: process.cwd() });
}

// One engine a process: Next evaluates modules anew on each change in development, faces take 100 MB.
const kept = globalThis as { bianfaPress?: { press: Press; faces: Faces; state: string; fault: TemplateError | null } };

/**
 * The press of this process. Made anew when a face or a template has come, gone or changed. Templates
 * of the office that do not compile are not taken over: those that last did stay in use.
 */
export function machinePress(): Press {
  return machine().press;
}

/** What is wrong with the office's templates: file, line and fault, or null. */
export function templateFault(): TemplateError | null {
  return machine().fault;
}

function machine() {
  const faces = machineFaces();
  const { shipped, own } = templatesNow();
  const state = JSON.stringify([faces.files, [...shipped], [...own]]);
  if (kept.bianfaPress?.state === state && kept.bianfaPress.faces === faces) return kept.bianfaPress;
  for (const { file, reason } of faces.unreadable) log.warn({ file, reason }, "a face cannot be read");
  const pressWith = (sources: Templates): Press => ({
    engine: new Engine(faces.files, new Map([...shipped, ...sources])),
    faces,
  });
  let press = pressWith(own);
  const fault = own.size ? faultOf(press) : null;
  if (fault) {
    log.warn({ file: fault.file, line: fault.line, fault: fault.fault }, "a template does not compile");
    press = pressWith(lastGood());
    // What was good once may not go with what an update has brought.
    if (faultOf(press)) press = pressWith(new Map());
  } else if (own.size) keepGood(own);
  kept.bianfaPress = { press, faces, state, fault };
  return kept.bianfaPress;
}
