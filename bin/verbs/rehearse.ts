// rehearse [FILE]         把备份（不写则为最近一个）恢复到临时数据库，逐表核对，记下结果
import { rehearse } from "../backup/rehearse";
import { Sentence } from "../sentence";
import { withDatabase } from "../start/database";
import { runVerb } from "../verb";

await runVerb(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (more.length || file?.startsWith("--")) throw new Sentence("用法：npm run bianfa -- rehearse [备份文件]");
  await withDatabase(async (url, env) => {
    const { header, tables, rows, ...done } = await rehearse(url, env, { file });
    process.stdout.write(`${done.file}：${header.moment} 的备份恢复一致，${tables} 张表，${rows} 行\n`);
  });
});
