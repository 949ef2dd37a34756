// audit verify|keep|prune 核对操作记录的链 [--anchors FILE]；保存期限 DAYS|all；导出并移除 --before DAY --out FILE
import { readFile } from "node:fs/promises";
import { type Anchor, readAnchors } from "@/bulletin/record/anchors";
import { keepFor, leastDays } from "@/bulletin/record/keeping";
import { type Pruned, prune } from "@/bulletin/record/prune";
import { seal } from "@/bulletin/record/seal";
import { type Finding, verify } from "@/bulletin/record/verify";
import { isDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { Sentence } from "../sentence";
import { withDatabase } from "../start/database";
import { refuseTaken, refuseUnwritable } from "../taken";
import { runVerb } from "../verb";

const usage =
  "用法：npm run bianfa -- audit verify [--anchors 存证文件]，audit keep 天数|all，或 audit prune --before 年-月-日 --out 文件.jsonl";

await runVerb(() =>
  withDatabase(async (url) => {
    const [what, ...rest] = process.argv.slice(2);
    process.env.DATABASE_URL = url;
    try {
      if (what === "verify") await verifyRecord(options(rest, ["--anchors"]));
      else if (what === "keep") await keep(rest);
      else if (what === "prune") await pruneRecord(options(rest, ["--before", "--out"]));
      else throw new Sentence(usage);
    } finally {
      await db.$disconnect();
    }
  }),
);

function options(given: string[], known: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (let at = 0; at < given.length; at += 2) {
    const [name = "", value] = given.slice(at, at + 2);
    if (!known.includes(name) || !value) throw new Sentence(usage);
    found[name] = value;
  }
  return found;
}

async function verifyRecord({ "--anchors": file }: Record<string, string>): Promise<void> {
  const outside = file ? await anchorsOf(file) : [];
  await seal();
  const findings = verify(outside);
  for (;;) {
    const next = await findings.next();
    if (!next.done) {
      process.stdout.write(`${told(next.value)}\n`);
      continue;
    }
    const { place, lines, waiting, anchors, findings: count } = next.value;
    const sum = `链上共 ${place} 条，核对 ${lines} 条，存证 ${anchors} 个`;
    const open = waiting ? `，另有 ${waiting} 条刚写入，还没有上链` : "";
    process.stdout.write(count ? `不一致：${count} 处。${sum}${open}。\n` : `一致：${sum}${open}。\n`);
    if (count) process.exitCode = 1;
    return;
  }
}

async function anchorsOf(file: string): Promise<Anchor[]> {
  const text = await readFile(file, "utf8").catch((error: { code?: string }) => {
    throw new Sentence(`读不了存证文件 ${file}（${error.code}）。`);
  });
  const anchors = readAnchors(text);
  if (Array.isArray(anchors)) return anchors;
  throw new Sentence(`存证文件 ${file} 第 ${anchors.badLine} 行不是存证。`);
}

function told(finding: Finding): string {
  switch (finding.kind) {
    case "changed":
      return `第 ${finding.id} 号记录被改动。`;
    case "sealChanged":
      return `第 ${finding.id} 号记录的链值被改动。`;
    case "changedOrSeal":
      return `第 ${finding.id} 号记录或其链值被改动。`;
    case "missing":
      return `第 ${finding.id} 号记录被删除。`;
    case "inserted":
      return `第 ${finding.id} 号记录是事后插入的。`;
    case "notNumbered":
      return `第 ${finding.id} 号不是数据库给出的编号：该记录是绕过系统写入的。`;
    case "removed":
      return `第 ${finding.after} 号与第 ${finding.id} 号之间有 ${finding.count} 条记录连同链值被删除。`;
    case "notAnchored":
      return `${finding.day} 的存证（${finding.where === "file" ? "外部文件" : "数据库"}，第 ${finding.id} 号）与现在的链不符：链被整体重算过，或其末尾被删去。`;
    case "notPruned":
      return `第 ${finding.id} 号及以前的记录不是按规定移除的：未满 ${leastDays} 天，或记录里没有这次移除。`;
    case "anchorChanged":
      return `${finding.day} 的存证在数据库里与外部文件不同，或已不在。`;
  }
}

async function keep([days = "", ...more]: string[]): Promise<void> {
  if (more.length || !/^(all|\d{1,5})$/.test(days)) throw new Sentence(usage);
  if (!(await keepFor(days === "all" ? null : Number(days))))
    throw new Sentence(`操作记录至少保存 ${leastDays} 天（网络安全法第二十一条）。`);
  process.stdout.write(days === "all" ? "操作记录全部保留\n" : `操作记录至少保存 ${days} 天\n`);
}

async function pruneRecord({ "--before": before, "--out": out }: Record<string, string>): Promise<void> {
  if (!before || !out || !isDay(before)) throw new Sentence(usage);
  refuseTaken(out);
  refuseUnwritable(out);
  const done = await prune(before, out);
  if ("refused" in done) throw new Sentence(refusalOf(done));
  process.stdout.write(
    done.count
      ? `${out}：${done.count} 条（到第 ${done.eventId} 号），SHA-256 ${done.fileHash}；已从记录中移除，链从其后继续。\n`
      : `${before} 之前没有可移除的记录。\n`,
  );
}

function refusalOf(done: Extract<Pruned, { refused: string }>): string {
  if (done.refused === "kept") return `按设定的保存期限，${done.from} 起的记录必须保留。`;
  return done.refused === "noPolicy"
    ? "没有设定保存期限，记录全部保留：先用 npm run bianfa -- audit keep 天数 设定。"
    : "要移除的记录与链不符：请先用 audit verify 核对。";
}
