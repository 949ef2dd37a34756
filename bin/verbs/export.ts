// export YEAR --out FILE.zip   把一年的各期导出为一个文件（版面、数据、目录、校验值）

import { writeYear } from "@/bulletin/archive/yearFile/write";
import { db } from "@/lib/db";
import { Sentence } from "../sentence";
import { withDatabase } from "../start/database";
import { refuseTaken, refuseUnwritable } from "../taken";
import { runVerb } from "../verb";

const usage = "用法：npm run bianfa -- export 年份 --out 文件.zip";

await runVerb(async () => {
  const asked = given(process.argv.slice(2));
  refuseTaken(asked.out);
  refuseUnwritable(asked.out);
  await withDatabase(async (url) => {
    const { year, out } = asked;
    process.env.DATABASE_URL = url;
    const written = await writeYear(year, out).finally(() => db.$disconnect());
    if (written === "taken") refuseTaken(out);
    if (typeof written === "string") throw new Sentence(`${year}年没有已分发或归档的各期。`);
    if (written.notArchival)
      process.stderr.write(`有${written.notArchival}期含有字体里没有的字，版面为普通 PDF，不是 PDF/A。\n`);
    process.stdout.write(`${out}：${year}年，共${written.issues}期\n`);
  });
});

function given(all: string[]): { year: number; out: string } {
  const at = all.indexOf("--out");
  const out = at < 0 ? undefined : all[at + 1];
  const [year, ...more] = at < 0 ? all : all.toSpliced(at, 2);
  if (!out || out.startsWith("--") || !/^\d{4}$/.test(year ?? "") || more.length) throw new Sentence(usage);
  return { year: Number(year), out };
}
