import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "@/bin/prepare/stale";

type Manifest = { node: Record<string, { exportedName?: string }> };

let ids: Map<string, string> | undefined;

/** Under which id the build knows a server action, by its name. */
function idOf(name: string): string {
  ids ??= read();
  const id = ids.get(name);
  if (!id) throw new Error(`the build has no action ${name}`);
  return id;
}

function read(): Map<string, string> {
  const file = path.join(ROOT, ".next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return new Map(Object.entries(node).map(([id, { exportedName = "" }]) => [exportedName, id]));
}

export type Call = { path: string; method: "GET" | "POST"; headers: Record<string, string>; body?: string };

/** An act as the browser sends it: the action's id in a header, its one argument in the body. */
export function actCall(origin: string, at: string, name: string, input: unknown): Call {
  const body = JSON.stringify([input]);
  return {
    path: at,
    method: "POST",
    headers: {
      "next-action": idOf(name),
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      origin,
    },
    body,
  };
}

/** A page as the browser asks for it. */
export function pageCall(at: string): Call {
  return { path: at, method: "GET", headers: { accept: "text/html,application/xhtml+xml" } };
}
