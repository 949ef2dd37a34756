import { build } from "@/bin/prepare/build";
import { cookiesOf } from "./post/people";
import { startTrial } from "./post/trial";
import { enterTown } from "./town/people";
import { enterBoard } from "./desk/issue";
import { people } from "./archive/house";
import { drive } from "./reading/drive";
await build(() => process.stderr.write("build\n"));
const trial = await startTrial({ filled: Number(process.argv[2] ?? 10000) });
await enterTown(trial.url);
process.env.NODE_OPTIONS = "--cpu-prof --cpu-prof-dir=/tmp/prof"; const web = await trial.startWeb();
const [cookie = ""] = await cookiesOf([people.editor.id], trial.secret);
const { issueId } = await enterBoard();
for (const p of (process.argv[3] ?? "").split(",").map((p) => p.replace("ISSUE", issueId))) {
  const asked = { url: web.url + p, pid: web.pid, headers: { cookie, accept: "text/html", "accept-encoding": "gzip, br" }, has: "" };
  await drive(asked, 1, 4);
  const t = await (await fetch(asked.url, { headers: { cookie, accept: "text/html" } })).text();
  (await import("node:fs")).writeFileSync("/tmp/page" + p.replace(/[^a-z]/g, "").slice(0, 6) + ".html", t);
  const fl = [...t.matchAll(/<script>self.__next_f.push[\s\S]*?<\/script>/g)].reduce((n, m) => n + m[0].length, 0);
  console.log("bytes", t.length, "flight", fl);
  const d = await drive(asked, 1, 5);
  console.log(p.slice(0, 20), d);
}
await trial.end(); ;
