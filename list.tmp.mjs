import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
let dict;
for (const f of ["dict.txt","dict.js","idf.txt"]) { try { dict = readFileSync("node_modules/@node-rs/jieba/"+f,"utf8"); console.log(f, dict.length); break; } catch {} }
import { dict as d2 } from "@node-rs/jieba/dict.js";
const text = dict && dict.includes(" ") && !dict.startsWith("const") ? dict : Buffer.from(d2).toString("utf8");
const freq = new Map();
for (const line of text.split("\n")) { const [w, f] = line.split(" "); if (!w || !f) continue; for (const c of w) if (c >= "\u4e00" && c <= "\u9fff") freq.set(c, (freq.get(c) ?? 0) + Number(f)); }
const order = [...freq].sort((a, b) => b[1] - a[1]).map(([c]) => c);
const samples = []; const walk = (d) => { for (const e of readdirSync(d, { withFileTypes: true })) { const p = path.join(d, e.name); if (e.isDirectory()) walk(p); else if (/\.(txt|md)$/.test(e.name)) samples.push(readFileSync(p, "utf8")); } };
walk("/work/shared/samples");
const real = samples.join("\n").replace(/[ \t　]/g, "");
const known = "市政协 会议 工作 召开 调研 委员 主席 建设 发展 视察 提案 协商 县政府 座谈会 常务委员会 文史资料 乡村振兴 营商环境 高质量发展 统一战线 凝聚共识 安全生产 垃圾分类 志愿者 政协委员 民主监督 参政议政 党组书记 副主席 常委会 人民政府 办公室 机关党委 社会治理".split(" ").filter((w) => w.length > 2);
for (const n of [200, 300, 400, 500, 700]) {
  const set = new Set(order.slice(0, n));
  const pieces = real.split(/[\n,，。、：；:;！？“”（）《》\s]/);
  let all = 0, three = 0, four = 0, five = 0, chars = 0, c1 = 0;
  for (const p of pieces) { const c = [...p]; for (let i = 0; i < c.length; i++) { chars++; if (set.has(c[i])) c1++; if (i + 2 < c.length) { all++; if ([0,1,2].every((k) => set.has(c[i + k]))) three++; } if (i + 3 < c.length && [0,1,2,3].every((k) => set.has(c[i + k]))) four++; if (i + 4 < c.length && [0,1,2,3,4].every((k) => set.has(c[i + k]))) five++; } }
  console.log(n, "chars", (c1 / chars).toFixed(2), "of trigrams", (three / all).toFixed(3), "3/char", (three / chars).toFixed(3), "4/char", (four / chars).toFixed(3), "5/char", (five / chars).toFixed(3), "missing:", known.filter((w) => ![...w].every((c) => set.has(c))).join(" "));
}
console.log(order.slice(0, 300).join(""));
