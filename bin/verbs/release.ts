// release VERSION [COMMIT] 把一个提交记为已发布的版本，并存下它的演示数据，供升级测试（开发用）
import path from "node:path";
import { release } from "../release/release";
import { Sentence } from "../sentence";
import { runVerb } from "../verb";

await runVerb(async () => {
  const [version, commit = "HEAD", ...more] = process.argv.slice(2);
  if (!version || more.length) throw new Sentence("用法：npm run bianfa -- release 版本号 [提交]");
  const { file, migration, bytes } = await release(version, commit);
  process.stdout.write(`${path.relative(process.cwd(), file)}：到迁移 ${migration}，${bytes} 字节\n`);
});
