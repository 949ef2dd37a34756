import { isDeepStrictEqual } from "node:util";
import { readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";
import type { PressIssue } from "@/typesetting/document";
import { Engine, TemplateError } from "@/typesetting/engine";
import { type Faces, facesFor } from "@/typesetting/faces/faces";
import { type Pages, type Press, typeset } from "@/typesetting/press";
import type { Templates } from "@/typesetting/templates";
import { faultOf } from "@/typesetting/trial";
import { limits } from "../text/model";
import { countOf, titleOf } from "../text/plain";
import { keepGood, lastGood, templatesNow } from "./templates";

/** The faces of this machine: the office's own folder first (BIANFA_FONTS). */
export function machineFaces(): Faces {
  return facesFor({ own: readEnv().BIANFA_FONTS, root: process.cwd() });
}

type Machine = {
  press: Press;
  faces: Faces;
  /** What it was made of: the paths of faces, the texts of templates. */
  state: string;
  /** Whose templates are in use: the office's, those that it had before, the product's. */
  templates: "own" | "earlier" | "shipped";
  fault: TemplateError | null;
  /** The office's templates in use that have set no pages yet. */
  untried: Templates | null;
  /** What sets a text on which these templates fail. */
  instead?: Machine;
};

// One engine a process: Next evaluates modules anew on each change in development, faces take 100 MB.
const kept = globalThis as { bianfaPress?: Machine };

/**
 * The pages of an issue by the press of this machine. Templates of the office that do not compile are
 * not taken over; a text on which they fail is set with those that were good before.
 */
export function setPages(issue: PressIssue, drawn?: ReadonlySet<string>): Pages {
  try {
    return pagesBy(machine(), issue, drawn);
  } catch (error) {
    const current = machine();
    if (!(error instanceof TemplateError) || current.templates === "shipped") throw error;
    current.instead ??= putAside(current, error);
    // If these fail too the text is to blame, and the templates stay.
    const pages = pagesBy(current.instead, issue, drawn);
    current.fault ??= error;
    if (current.untried) kept.bianfaPress = current.instead;
    return pages;
  }
}

/** The pages of what is being signed. Refused where the templates fail on it: nothing is signed in another look. */
export function setForGood(issue: PressIssue): Pages {
  try {
    return pagesBy(machine(), issue);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new Refusal("templateFails", { values: { file: error.file, line: error.line } });
  }
}

function pagesBy(by: Machine, issue: PressIssue, drawn?: ReadonlySet<string>): Pages {
  if (issue.layout === "newspaper") refuseTooLong(issue);
  const pages = typeset(by.press, issue, drawn);
  if (by.untried) keepGood(by.untried);
  by.untried = null;
  return pages;
}

/** The press as it stands, to set what goes over signed pages. */
export function machinePress(): Press {
  return machine().press;
}

/** What is wrong with the office's templates: file, line and fault, or null. */
export function templateFault(): TemplateError | null {
  return machine().fault;
}

/** Whose templates set the pages now. */
export function templatesInUse(): Machine["templates"] {
  return machine().templates;
}

/** The press of this process; made anew when a face or a template has come, gone or changed. */
function machine(): Machine {
  const faces = machineFaces();
  const { shipped, own } = templatesNow();
  const state = JSON.stringify([faces.files, [...shipped], [...own]]);
  const { bianfaPress: current } = kept;
  if (current?.state === state && current.faces === faces) return current;
  for (const { file, reason } of faces.unreadable) log.warn({ file, reason }, "a face cannot be read");
  const press = pressWith(faces, own);
  const fault = own.size ? faultOf(press) : null;
  const templates = own.size ? "own" : "shipped";
  const made: Machine = { press, faces, state, templates, fault, untried: own.size ? own : null };
  kept.bianfaPress = fault ? putAside(made, fault) : made;
  return kept.bianfaPress;
}

function pressWith(faces: Faces, own: Templates): Press {
  return { engine: new Engine(faces.files, new Map([...templatesNow().shipped, ...own])), faces };
}

/** The same machine with the templates that were good before, or, if those fail too, with the shipped ones. */
function putAside(broken: Machine, fault: TemplateError): Machine {
  log.warn({ file: fault.file, line: fault.line, fault: fault.fault }, "a template does not compile");
  const common = { ...broken, fault: broken.fault ?? fault, untried: null };
  const good = lastGood();
  // They may be the very ones that fail on this text.
  const isOther = !isDeepStrictEqual([...good], [...templatesNow().own]);
  const earlier = broken.templates === "own" && isOther ? pressWith(broken.faces, good) : null;
  // What was good once may not go with what an update has brought.
  if (earlier && !faultOf(earlier)) return { ...common, templates: "earlier", press: earlier };
  return { ...common, templates: "shipped", press: pressWith(broken.faces, new Map()) };
}

/** Every way to place a story is tried: one of many pages would keep everybody waiting. */
function refuseTooLong({ sections }: PressIssue): void {
  for (const entry of sections.flatMap(({ entries }) => entries)) {
    const length = countOf(entry.blocks);
    const values = { title: titleOf(entry, 20), length, max: limits.newspaperStory };
    if (length > limits.newspaperStory) throw new Refusal("tooLongForNewspaper", { values });
  }
}
