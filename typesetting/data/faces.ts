import type { FaceRole, PageSettings } from "../document";
import { chains } from "../faces/chains";
import { chainWith, type Faces } from "../faces/faces";

/** A family as the templates take it; with `covers`, only what is not Han comes from it. */
export type TemplateFace = string | { name: string };

/** The chain of each role for the templates: an office's own Latin and digits first, then the Han faces. */
export function templateFaces(faces: Faces, wished: PageSettings["faces"]): Record<string, TemplateFace[]> {
  const western = [
    ...new Set([...chainWith(faces, "digits", wished.digits), ...chainWith(faces, "latin", wished.latin)]),
  ];
  const roles = (Object.keys(chains) as FaceRole[]).filter((role) => role !== "latin" && role !== "digits");
  return Object.fromEntries(
    roles.map((role) => {
      const before = role === "title" || role === "hei" ? [] : western.map((name) => ({ name }));
      return [role, [...before, ...chainWith(faces, role, wished[role])]];
    }),
  );
}
