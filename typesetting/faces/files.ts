import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Where a file comes from: the office, Fandol or Noto. */
export type Origin = "own" | "fandol" | "noto";

export type FaceFile = { file: string; origin: Origin };

/** Where `npm run bianfa -- faces` puts Fandol, below the root of the repository. */
export const fandolFolder = "generated/faces";

// The bold ones of Fandol call themselves regular: beside those Typst could not tell them apart.
export const fandolFiles = ["FandolFang", "FandolKai", "FandolHei", "FandolSong"].map((name) => `${name}-Regular.otf`);

const debianFolder = "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol";

// Of nine weights each those that the templates ask for; a file more is 10 MB more in memory.
const notoFiles = [
  ["noto-serif-sc", "NotoSerifSC", ["400Regular", "700Bold", "900Black"]],
  ["noto-sans-sc", "NotoSansSC", ["400Regular", "500Medium", "700Bold"]],
] as const;

/** What Typst can read, in the office's folder and below it, in a fixed order; other files are no faces. */
export function ownFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ttf|otf|ttc|otc)$/i.test(name) && !path.basename(name).startsWith("."))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Those of Fandol and Noto that are on this machine. */
export function freeFiles(root: string): FaceFile[] {
  const fandol = fandolFiles.map((name) =>
    [path.join(root, fandolFolder), debianFolder].map((folder) => path.join(folder, name)).find(existsSync),
  );
  const noto = notoFiles.flatMap(([name, prefix, weights]) =>
    weights.map((weight) =>
      path.join(root, "node_modules/@expo-google-fonts", name, weight, `${prefix}_${weight}.ttf`),
    ),
  );
  return [
    ...fandol.flatMap((file) => (file ? [{ file, origin: "fandol" as const }] : [])),
    ...noto.filter((file) => existsSync(file)).map((file) => ({ file, origin: "noto" as const })),
  ];
}
