// prepare                 生成、构建、迁移 DATABASE_URL：分开启动网页和后台的进程之前运行一次
import { readEnv } from "../../lib/env";
import { bringFandolOnce } from "../faces/bring";
import { build } from "../prepare/build";
import { generate } from "../prepare/generate";
import { say } from "../say";
import { Sentence } from "../sentence";
import { printSetupCode } from "../start/announce";
import { openExternal } from "../start/external";
import { runVerb } from "../verb";

await runVerb(async () => {
  const { DATABASE_URL, DATABASE_OWNER_URL, BIANFA_FONTS } = readEnv();
  if (!DATABASE_URL) throw new Sentence("没有设置 DATABASE_URL：内置数据库由 npm start 管理。");
  if (await generate()) say("数据库客户端", "已生成");
  say("构建", (await build(() => say("构建…"))) ? "完成" : "没有改动，跳过");
  await bringFandolOnce(BIANFA_FONTS);
  await openExternal(DATABASE_URL, DATABASE_OWNER_URL);
  // Whoever sets up an empty installation needs it, and web and worker of their own print none.
  await printSetupCode(process.env);
});
