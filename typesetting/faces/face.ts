import { type Coverage, coverageOf } from "./coverage";
import { namesOf } from "./names";
import { type Reason, readTables, type Tables, UnreadableFace } from "./tables";

export type Face = {
  /** The family as Typst knows it. */
  family: string;
  /** All its names, in any language. */
  names: string[];
  coverage: Coverage;
};

const known = new Map<string, Face[] | Reason>();

/**
 * The faces of a file (a collection has several), or the reason why it has none. Read once in the
 * process for each `state` of the file, by which the caller knows it again.
 */
export function facesOf(file: string, state: string): Face[] | Reason {
  const key = `${file}\0${state}`;
  const found = known.get(key) ?? read(file);
  known.set(key, found);
  return found;
}

function read(file: string): Face[] | Reason {
  try {
    return readTables(file).map(faceOf);
  } catch (error) {
    if (error instanceof UnreadableFace) return error.reason;
    // A table that points beyond itself, or a disk that does not answer.
    return error instanceof RangeError ? "noFace" : "denied";
  }
}

function faceOf({ name, cmap }: Tables): Face {
  const { family, names } = namesOf(name);
  if (!family) throw new UnreadableFace("nameless");
  return { family, names, coverage: coverageOf(cmap) };
}
