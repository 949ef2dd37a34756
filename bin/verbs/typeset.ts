// typeset PUBLICATION YEAR NUMBER [--supplement] --out FILE.pdf|.docx|.svg   把一期排成文件
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { operatorFile } from "@/bulletin/press/operator";
import { Sentence } from "../sentence";
import { withDatabase } from "../start/database";
import { refuseUnwritable } from "../taken";
import { runVerb } from "../verb";

const usage =
  "用法：npm run bianfa -- typeset 刊名 年 期号 [--supplement] --out 文件.pdf（或 .docx、.svg；--supplement 是增刊）";

await runVerb(() =>
  withDatabase(async (url) => {
    const { out, ...wanted } = given(process.argv.slice(2));
    process.env.DATABASE_URL = url;
    const format = path.extname(out).slice(1);
    if (format !== "pdf" && format !== "docx" && format !== "svg") throw new Sentence(usage);
    refuseUnwritable(out);
    const files = await operatorFile(wanted, format);
    const { publication, year, number, series } = wanted;
    if (!files)
      throw new Sentence(
        `没有签发过《${publication}》${year}年${series === "supplement" ? "增刊" : ""}第${number}期，或者已经作废。`,
      );
    for (const [at, bytes] of files.entries()) {
      const file = files.length > 1 ? out.replace(/\.svg$/, `-${at + 1}.svg`) : out;
      await writeFile(file, bytes);
      process.stdout.write(`${file}\n`);
    }
  }),
);

function given(all: string[]) {
  const words = all.filter((word) => word !== "--supplement");
  const series = words.length < all.length ? ("supplement" as const) : ("regular" as const);
  const at = words.indexOf("--out");
  const out = at < 0 ? undefined : words[at + 1];
  const [publication, year, number] = at < 0 ? words : words.toSpliced(at, 2);
  if (!publication || !out || !/^\d{4}$/.test(year ?? "") || !/^\d{1,6}$/.test(number ?? "")) throw new Sentence(usage);
  return { publication, year: Number(year), number: Number(number), series, out };
}
