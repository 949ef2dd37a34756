// typeset PUBLICATION YEAR NUMBER --out FILE.pdf|.docx|.svg   把一期排成文件
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { operatorFile } from "@/bulletin/press/operator";
import { Sentence } from "../sentence";
import { withDatabase } from "../start/database";
import { runVerb } from "../verb";

const usage = "用法：npm run bianfa -- typeset 刊名 年 期号 --out 文件.pdf（或 .docx、.svg）";

await runVerb(() =>
  withDatabase(async (url) => {
    const { publication, year, number, out } = given(process.argv.slice(2));
    process.env.DATABASE_URL = url;
    const format = path.extname(out).slice(1);
    if (format !== "pdf" && format !== "docx" && format !== "svg") throw new Sentence(usage);
    const files = await operatorFile({ publication, year, number }, format);
    if (!files) throw new Sentence(`没有签发过《${publication}》${year}年第${number}期。`);
    for (const [at, bytes] of files.entries()) {
      const file = files.length > 1 ? out.replace(/\.svg$/, `-${at + 1}.svg`) : out;
      await writeFile(file, bytes);
      process.stdout.write(`${file}\n`);
    }
  }),
);

function given(words: string[]) {
  const at = words.indexOf("--out");
  const out = at < 0 ? undefined : words[at + 1];
  const [publication, year, number] = at < 0 ? words : words.toSpliced(at, 2);
  if (!publication || !out || !/^\d{4}$/.test(year ?? "") || !/^\d{1,6}$/.test(number ?? "")) throw new Sentence(usage);
  return { publication, year: Number(year), number: Number(number), out };
}
