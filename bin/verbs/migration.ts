// migration NAME          按 prisma/schema.prisma 的改动写一个新的迁移
import path from "node:path";
import { writeMigration } from "../migrate/write";
import { Sentence } from "../sentence";
import { runVerb } from "../verb";

await runVerb(async () => {
  const [name] = process.argv.slice(2);
  if (!name) throw new Sentence("请给出迁移的名称：npm run bianfa -- migration NAME。");
  const file = await writeMigration(name);
  process.stdout.write(file ? `${path.relative(process.cwd(), file)}\n` : "prisma/schema.prisma 没有改动\n");
});
