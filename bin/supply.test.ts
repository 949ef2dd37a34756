import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

type Locked = { version: string; license?: string; dev?: boolean };

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, "..", file), "utf8");
const { "": own, ...locked } = JSON.parse(read("package-lock.json")).packages as Record<string, Locked>;
const direct = JSON.parse(read("package.json")) as Record<"dependencies" | "devDependencies", Record<string, string>>;
const explained = read("docs/dependencies.md");

/** Licences under which something may go along with a program under AGPL-3.0-or-later. */
const allowed = new Set([
  ...["MIT", "MIT-0", "Apache-2.0", "ISC", "BSD", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Zlib", "OFL-1.1"],
  ...["Unlicense", "BlueOak-1.0.0", "CC0-1.0", "CC-BY-4.0", "MPL-2.0", "LGPL-3.0-or-later", "GPL-3.0-or-later"],
]);

/** Looked at by hand: what names none in package-lock.json has that of its LICENSE file, or of the package whose part for another platform it is. */
const byHand: [RegExp, string][] = [
  [/^seq-queue$/, "MIT"],
  [/^@next\/swc-/, "MIT"],
  [/^@swc\/core-/, "Apache-2.0"],
  [/^@tailwindcss\/oxide-/, "MIT"],
];

/** Not part of the product: the page in which `prisma studio` draws a schema. It is installed and never loaded. */
const besides = ["elkjs"];

/** An expression of SPDX: one of those joined by OR, all of those joined by AND. */
function isAllowed(expression: string): boolean {
  const plain = expression.replace(/[()]/g, "");
  return plain.split(/ or /i).some((part) => part.split(/ and /i).every((each) => allowed.has(each.trim())));
}

describe("what the product is made of", () => {
  it("is under licences that go with its own", () => {
    const wrong = Object.entries(locked)
      .filter(([, { dev }]) => !dev)
      .map(([place, { license }]) => [nameOf(place), license ?? seen(nameOf(place))] as const)
      .filter(([name, license]) => !besides.includes(name) && !isAllowed(license));
    expect(wrong).toEqual([]);
  });

  it("would not be under another one unseen", () => {
    for (const each of ["GPL-2.0-only", "SSPL-1.0", "MIT AND BUSL-1.1", "UNLICENSED", "none"])
      expect([each, isAllowed(each)]).toEqual([each, false]);
    expect(isAllowed("(MIT OR GPL-2.0-only)")).toBe(true);
  });

  it("is explained, each direct dependency on a line of docs/dependencies.md", () => {
    const names = Object.keys({ ...direct.dependencies, ...direct.devDependencies });
    const lines = explained.split("\n").filter((line) => line.startsWith("|"));
    expect(names.filter((name) => !lines.some((line) => line.includes(`\`${name}\``)))).toEqual([]);
  });

  it("is named by version, and comes from no address of its own", () => {
    for (const version of Object.values(direct.dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+[-.\w]*$/);
    expect(read("package-lock.json")).not.toContain('"resolved"');
    expect(own).toBeDefined();
  });

  it("is listed by one command, each package with its version", () => {
    const node = ["--import", "tsx", "bin/verbs/sbom.ts"];
    const list = JSON.parse(execFileSync(process.execPath, node, { encoding: "utf8" }));
    expect(list).toMatchObject({ bomFormat: "CycloneDX", specVersion: expect.stringMatching(/^1\./) });
    const listed = new Set(
      list.components.map(({ name, version }: { name: string; version: string }) => `${name}@${version}`),
    );
    const runs = Object.entries(locked).filter(([, { dev }]) => !dev);
    expect([...listed].sort()).toEqual(
      [...new Set(runs.map(([place, { version }]) => `${nameOf(place)}@${version}`))].sort(),
    );
    const own = list.dependencies.find(({ ref }: { ref: string }) => ref.startsWith("bianfa@"));
    const wanted = Object.entries(direct.dependencies).map(([name, version]) => `${name}@${version}`);
    expect(own.dependsOn).toEqual(expect.arrayContaining(wanted));
  });
});

function seen(name: string): string {
  return byHand.find(([each]) => each.test(name))?.[1] ?? "none";
}

function nameOf(place: string): string {
  return place.split("node_modules/").at(-1) ?? place;
}
