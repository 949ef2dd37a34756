import { handOver } from "./prepare/hand-over.mjs";
import { prepare } from "./prepare/install.mjs";

// The table is for people and programs to read: nothing else may stand on it.
await prepare({ port: false, say: (line) => process.stderr.write(`${line}\n`) });
handOver("bench/main.ts", process.argv.slice(2));
