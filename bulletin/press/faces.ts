import path from "node:path";
import type { Actor } from "@/lib/actor";
import { readEnv } from "@/lib/env";
import { chains, faceRoles } from "@/typesetting/faces/chains";
import { ask, has } from "../policy";
import { machineFaces, templateFault, templatesInUse } from "./machine";

/**
 * For the system administrator: of each role of the printed page the families that are looked for and
 * the one that is used, the office's files that are no use, and the folder into which files are put.
 */
export function pressFaces(actor: Actor) {
  ask(has(actor, "systemAdmin"));
  const folder = readEnv().BIANFA_FONTS;
  const { used, families, unreadable } = machineFaces();
  const roles = faceRoles.map((role) => {
    const face = used[role];
    return {
      id: role,
      wished: chains[role],
      used: face && { family: face.family, files: face.files.map((file) => path.basename(file)), origin: face.origin },
    };
  });
  const fault = templateFault();
  return {
    folder,
    /** The first fault in the office's templates, and whose are in use. */
    fault: fault && { file: fault.file, line: fault.line, words: fault.fault, inUse: templatesInUse() },
    roles,
    own: families.filter(({ origin }) => origin === "own").map(({ family }) => family),
    // A page without 仿宋 does not look like a bulletin.
    lacking: roles
      .filter(({ id, used }) => ["fang", "kai", "hei"].includes(id) && used?.origin === "noto")
      .map(({ id }) => id),
    unreadable: unreadable.map(({ file, reason }) => ({ id: path.relative(folder, file) || folder, reason })),
  };
}
