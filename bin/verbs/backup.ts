// backup [FILE]           备份整个数据库（使用中也一致）；不写文件名则存入 BIANFA_BACKUPS 并清理旧的
import { backUp, backUpAsked, backUpIfDue } from "../backup/nightly";
import { Sentence } from "../sentence";
import { withDatabase } from "../start/database";
import { runVerb } from "../verb";

await runVerb(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (more.length || (file?.startsWith("--") && file !== "--due" && file !== "--asked"))
    throw new Sentence("用法：npm run bianfa -- backup [备份文件]");
  await withDatabase(async (url, env) => {
    if (file === "--due") await backUpIfDue(url, env);
    else if (file === "--asked") await backUpAsked(url, env);
    else {
      const written = await backUp(url, env, { file });
      process.stdout.write(`${written.file}：${written.tables} 张表，${written.rows} 行，${written.bytes} 字节\n`);
    }
  });
});
