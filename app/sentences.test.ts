import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { namespaces } from "./document/namespaces";

const root = path.resolve(import.meta.dirname, "..");

/** The source files that a file brings in, directly. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const named = [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, from = ""]) => from);
  return named.flatMap((from) => {
    const base = from.startsWith("@/")
      ? path.join(root, from.slice(2))
      : from.startsWith(".")
        ? path.join(path.dirname(file), from)
        : null;
    const found = base && [`${base}.tsx`, `${base}.ts`].find((each) => existsSync(each));
    return found ? [found] : [];
  });
}

/** All files that a page is made of; `fromScripts`: those that go to the browser. */
function scriptsOf(page: string): Set<string> {
  const seen = new Set<string>();
  const scripts = new Set<string>();
  const walk = (file: string, isScript: boolean) => {
    const client = isScript || /^"use client"/.test(readFileSync(file, "utf8"));
    const key = `${file} ${client}`;
    if (seen.has(key) || /^.use server./.test(readFileSync(file, "utf8"))) return;
    seen.add(key);
    if (client) scripts.add(file);
    for (const each of importsOf(file)) walk(each, client);
  };
  walk(page, false);
  return scripts;
}

/** A file with all that it brings in. */
function filesOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const each of importsOf(file)) filesOf(each, seen);
  return seen;
}

function namespacesIn(files: Set<string>): Set<string> {
  const all = [...files].flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/useTranslations\("(\w+)[^"]*"\)/g)].map(([, name = ""]) => name),
  );
  return new Set(all);
}

/** What the nearest layout above a page gives its scripts. */
function givenTo(page: string): string[] | "all" {
  for (let folder = path.dirname(page); folder.startsWith(path.join(root, "app")); folder = path.dirname(folder)) {
    const layout = path.join(folder, "layout.tsx");
    if (!existsSync(layout)) continue;
    const text = readFileSync(layout, "utf8");
    if (/<Sentences of="all"/.test(text)) return "all";
    const list = /<Sentences of=\{\[([^\]]*)\]/.exec(text)?.[1];
    if (list !== undefined) return [...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
  }
  return [];
}

function pagesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return pagesUnder(place);
    return entry.name === "page.tsx" ? [place] : [];
  });
}

/** A page, with the layouts around it. */
function withLayouts(page: string): string[] {
  const files = [page];
  for (let folder = path.dirname(page); folder.startsWith(path.join(root, "app")); folder = path.dirname(folder))
    if (existsSync(path.join(folder, "layout.tsx"))) files.push(path.join(folder, "layout.tsx"));
  return files;
}

const pages = pagesUnder(path.join(root, "app"));

describe("the scripts of a page have their sentences", () => {
  it("looks at pages that have scripts", () => {
    const desk = pages.find((page) => page.includes("/desk/")) ?? "";
    expect([...namespacesIn(scriptsOf(desk))]).not.toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  });

  it("those of documents", () => {
    const islands = path.join(root, "app/document/browser/islands.tsx");
    const needed = namespacesIn(filesOf(islands));
    expect(needed).toContain("instruct");
    expect([...needed].filter((name) => !(namespaces as readonly string[]).includes(name))).toEqual([]);
  });

  it.each(pages.map((page) => [path.relative(root, page), page]))("%s", (_, page) => {
    const given = givenTo(page);
    const needed = new Set(withLayouts(page).flatMap((file) => [...namespacesIn(scriptsOf(file))]));
    const missing = given === "all" ? [] : [...needed].filter((name) => !given.includes(name));
    expect(missing).toEqual([]);
  });
});
