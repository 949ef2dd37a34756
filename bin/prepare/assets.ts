import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import tailwind from "@tailwindcss/postcss";
import { build } from "esbuild";
import postcss from "postcss";
import { namespaces } from "../../app/document/namespaces";
import { sentencesFor } from "../../lib/say";
import { ROOT, unlessCurrent } from "./stale";

/** Where the scripts and the look of the pages that are whole documents lie (app/document). */
export const ASSETS = path.join(ROOT, "generated/assets");

/**
 * Makes what those pages bring to the browser: small modules and, where something is written or told, React. Every
 * file carries what it is in its name, so that a browser may keep it for good, and lies there compressed as well.
 * Says whether anything had changed.
 */
export function makeAssets(): Promise<boolean> {
  const own = ["bin/prepare/assets.ts", "tsconfig.json", "package-lock.json"];
  const inputs = ["app", "bulletin", "components", "lib", "messages", ...own];
  return unlessCurrent(path.join(ASSETS, ".bianfa-inputs"), inputs, make);
}

async function make(): Promise<void> {
  rmSync(ASSETS, { recursive: true, force: true });
  mkdirSync(ASSETS, { recursive: true });
  const files = await scripts();
  const look = await css();
  const lookName = `look-${createHash("sha256").update(look).digest("hex").slice(0, 8).toUpperCase()}.css`;
  for (const { name, bytes } of [...files.all, { name: lookName, bytes: Buffer.from(look) }]) {
    writeFileSync(path.join(ASSETS, name), bytes);
    writeFileSync(path.join(ASSETS, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(path.join(ASSETS, `${name}.br`), brotliCompressSync(bytes, { params: size }));
  }
  const all = [lookName, ...files.all.map(({ name }) => name)];
  writeFileSync(path.join(ASSETS, "manifest.json"), JSON.stringify({ main: files.main, look: lookName, all }));
}

async function scripts(): Promise<{ main: string; all: { name: string; bytes: Uint8Array }[] }> {
  const main = "app/document/browser/main.ts";
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { main },
    outdir: ASSETS,
    write: false,
    metafile: true,
    ...{ bundle: true, splitting: true, format: "esm", minify: true, target: "es2022", jsx: "automatic" },
    ...{ entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]", legalComments: "none", charset: "utf8" },
    define: { "process.env.NODE_ENV": '"production"' },
    alias: {
      "next/navigation": path.join(ROOT, "app/document/browser/navigation.ts"),
      "next/link": path.join(ROOT, "app/document/browser/link.tsx"),
      "next-intl": "use-intl",
    },
    plugins: [
      {
        name: "sentences",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^sentences:/ }, ({ path: named }) => ({
            path: named.slice("sentences:".length),
            namespace: "sentences",
          }));
          onLoad({ filter: /./, namespace: "sentences" }, ({ path: language }) => ({
            contents: sentencesFor(language === "en" ? "en" : "zh-CN", namespaces),
            loader: "json",
          }));
        },
      },
    ],
  });
  const entry = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === main)?.[0];
  if (!entry) throw new Error("esbuild made nothing of main.ts");
  const all = outputFiles.map(({ path: file, contents }) => ({ name: path.basename(file), bytes: contents }));
  return { main: path.basename(entry), all };
}

/** The same sheet as that of all other pages. */
async function css(): Promise<string> {
  const from = path.join(ROOT, "app/globals.css");
  const made = await postcss([tailwind({ base: ROOT, optimize: { minify: true } })]).process(
    readFileSync(from, "utf8"),
    { from },
  );
  return made.css;
}
