import { statSync } from "node:fs";
import type { FaceRole } from "../document";
import { chains, faceRoles } from "./chains";
import { type Coverage, covers } from "./coverage";
import { type Face, facesOf } from "./face";
import { type FaceFile, freeFiles, type Origin, ownFiles } from "./files";
import type { Reason } from "./tables";

/** A family that is there, all its names, and the files of its weights; `origin` is that of the first. */
export type Family = { family: string; names: string[]; files: string[]; origin: Origin };

export type Faces = {
  /** Absolute paths of the files to load, each once, in this order: of two equal faces Typst takes the first. */
  files: string[];
  /** The families of those files, in the same order. */
  families: Family[];
  /**
   * For each role the families that are there, in the order in which they are tried. After the
   * role's own come all the others, so that a character which only one of them has is printed. Those
   * of 西文 and 数字 may be empty: then the role in whose line they stand prints them.
   */
  chain: Record<FaceRole, string[]>;
  /** What is first in that order; nothing where 西文 or 数字 have no face of their own. */
  used: Record<FaceRole, Family | undefined>;
  /** What could not be read, with the reason. */
  unreadable: { file: string; reason: Reason }[];
  /** Characters of `text` that no loaded face has, each once, in the order of the text. */
  missingIn(text: string): string[];
};

/** What is looked for: `own` is the office's folder (BIANFA_FONTS), `root` the repository. */
export type Where = { own: string; root: string };

const latest = new Map<string, { state: string; faces: Faces }>();

/** The faces of this machine. Read again when a file came, went or changed. */
export function facesFor({ own, root }: Where): Faces {
  const { files, refused } = look(own, root);
  const state = [...files.map(({ file, state }) => `${file} ${state}`), refused ? "refused" : ""].join("\n");
  const key = `${own}\0${root}`;
  const before = latest.get(key);
  if (before?.state === state) return before.faces;
  const faces = gather(files, refused ? [{ file: own, reason: "denied" }] : []);
  latest.set(key, { state, faces });
  return faces;
}

/** The families of a role with the one that a publication wishes at the head, if it is there. */
export function chainWith({ chain, families }: Faces, role: FaceRole, wished: string | undefined): string[] {
  const wish = wished && find(families, wished)?.family;
  return wish ? [wish, ...chain[role].filter((family) => family !== wish)] : chain[role];
}

type Found = FaceFile & { state: string };
type Unreadable = Faces["unreadable"];

// `refused`: the office's folder is there, and we may not look into it.
function look(own: string, root: string): { files: Found[]; refused: boolean } {
  let mine: string[] | null = null;
  try {
    mine = ownFiles(own);
  } catch {
    // said by `refused`
  }
  const all: FaceFile[] = [...(mine ?? []).map((file) => ({ file, origin: "own" as const })), ...freeFiles(root)];
  const files = all.flatMap((found) => {
    const stat = statSync(found.file, { throwIfNoEntry: false });
    return stat?.isFile() ? [{ ...found, state: `${stat.size} ${stat.mtimeMs}` }] : [];
  });
  return { files, refused: mine === null };
}

function gather(found: Found[], refused: Unreadable): Faces {
  const unreadable = [...refused];
  const files: string[] = [];
  const families: Family[] = [];
  const coverages: Coverage[] = [];
  for (const { file, origin, state } of found) {
    const faces = facesOf(file, state);
    if (typeof faces === "string") {
      unreadable.push({ file, reason: faces });
      continue;
    }
    files.push(file);
    for (const face of faces) {
      coverages.push(face.coverage);
      enter(families, face, file, origin);
    }
  }
  const chain = Object.fromEntries(faceRoles.map((role) => [role, chainOf(role, families)])) as Faces["chain"];
  const used = Object.fromEntries(
    faceRoles.map((role) => [role, families.find(({ family }) => family === chain[role][0])]),
  ) as Faces["used"];
  return { files, families, chain, used, unreadable, missingIn: (text) => missing(text, coverages) };
}

// Typst does not distinguish capital letters in families.
function enter(families: Family[], face: Face, file: string, origin: Origin): void {
  const same = families.find(({ family }) => family.toLowerCase() === face.family.toLowerCase());
  if (same) {
    same.names = [...new Set([...same.names, ...face.names])];
    same.files = [...new Set([...same.files, file])];
  } else
    families.push({ family: face.family, names: [...new Set([face.family, ...face.names])], files: [file], origin });
}

function chainOf(role: FaceRole, families: Family[]): string[] {
  const there = chains[role].flatMap((name) => find(families, name)?.family ?? []);
  const others = role === "latin" || role === "digits" ? [] : families.map(({ family }) => family);
  return [...new Set([...there, ...others])];
}

function find(families: Family[], name: string): Family | undefined {
  const wanted = name.toLowerCase();
  return families.find(({ names }) => names.some((each) => each.toLowerCase() === wanted));
}

// What is drawn as nothing needs no face: white space, controls, joiners, selectors of variants.
const INVISIBLE = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

function missing(text: string, coverages: Coverage[]): string[] {
  return [...new Set(text)].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return !INVISIBLE.test(character) && !coverages.some((coverage) => covers(coverage, codePoint));
  });
}
