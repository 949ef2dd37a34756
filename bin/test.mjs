import { handOver } from "./prepare/hand-over.mjs";
import { prepare } from "./prepare/install.mjs";

await prepare({ port: false });
handOver("bin/checks/main.ts", process.argv.slice(2));
