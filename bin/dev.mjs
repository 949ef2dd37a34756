import { handOver } from "./prepare/hand-over.mjs";
import { prepare } from "./prepare/install.mjs";

await prepare();
handOver("bin/start/main.ts", ["dev"]);
