// One act in a process of its own, so that its memory is its own: `backup URL FILE`, `restore URL FILE`.
import { restoreBackup } from "@/bin/backup/restore";
import { writeBackup } from "@/bin/backup/write";

const [act, url = "", file = ""] = process.argv.slice(2);
const started = performance.now();
const { tables, rows } = await (act === "backup" ? writeBackup(url, file) : restoreBackup(url, file));
const seconds = (performance.now() - started) / 1_000;
process.stdout.write(JSON.stringify({ seconds, tables, rows, megabytes: process.resourceUsage().maxRSS / 1_024 }));
