import { statistics } from "@/bench/archive/statistics";
import { print } from "./bench/print";

print("statistics", await statistics(process.argv.includes("--full")), false);
process.exit(0);
