import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { SchemaEngine as Engine } from "@prisma/schema-engine-wasm";
import { adapterFor, runWhole, type Scripts } from "./adapter";

type Bindings = Record<string, WebAssembly.ImportValue> & {
  SchemaEngine: typeof Engine;
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

let loaded: Promise<Bindings> | undefined;

/** Lends Prisma's schema engine on a database and puts its connections away afterwards. */
export async function withEngine<T>(
  url: string,
  migrations: Scripts,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  const { SchemaEngine } = await loaded;
  const opened: SqlDriverAdapter[] = [];
  const failures: unknown[] = [];
  const run = (script: string) =>
    runWhole(url, script, migrations.get(script)).catch((error: unknown) => {
      failures.push(error);
      throw error;
    });
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFor(url, run, opened));
  try {
    return await work(await SchemaEngine.new({ datamodels: undefined }, () => {}, factory));
  } catch (error) {
    // The engine swallows what the database said.
    throw failures[0] ?? error;
  } finally {
    // The engine leaves its pool open, which would hold the process for ten seconds.
    for (const adapter of opened) await adapter.dispose();
  }
}

// The package is made for bundlers that understand WebAssembly; Node needs it put together by hand.
async function load(): Promise<Bindings> {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bindings = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as Bindings;
  // Where the engine tells why it panics; without one it fails on that instead.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => process.stderr.write(`${text}\n`) },
  });
  const bytes = readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": patient(bindings) });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

// The engine limits its own waiting with a timer that it never clears: it must not hold the process.
function patient(bindings: Bindings): WebAssembly.ModuleImports {
  const name = Object.keys(bindings).find((key) => key.startsWith("__wbg_setTimeout_"));
  return name ? { ...bindings, [name]: (run: () => void, wait: number) => setTimeout(run, wait).unref() } : bindings;
}
