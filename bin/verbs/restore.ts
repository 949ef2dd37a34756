// restore FILE            把备份恢复到空库（DATABASE_URL，或空的 BIANFA_DATA），逐表核对后再升级
import { restoreBackup } from "../backup/restore";
import { grantTo } from "../postgres/roles";
import { Sentence } from "../sentence";
import { withDatabase } from "../start/database";
import { applicationOf } from "../start/external";
import { runVerb } from "../verb";

await runVerb(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (!file || file.startsWith("--") || more.length) throw new Sentence("用法：npm run bianfa -- restore 备份文件");
  await withDatabase(async (url, env) => {
    const { header, tables, rows, migrated } = await restoreBackup(url, file, { forUse: true });
    const role = await applicationOf(env);
    if (role) await grantTo(url, role);
    process.stdout.write(`已恢复 ${header.moment} 的备份：${tables} 张表，${rows} 行，逐表一致\n`);
    for (const name of migrated) process.stdout.write(`已应用 ${name}\n`);
    process.stdout.write("备份时的登录和一次性链接已失效：须重新登录，未用的邀请和重置链接须重新生成\n");
  });
});
