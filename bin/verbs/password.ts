// password ACCOUNT        给账号一个新密码并显示一次；管理员忘记密码时由运维人员用；加 --no-code 同时取消动态口令
import { newPasswordFor } from "@/bulletin/people/operator";
import { Sentence } from "../sentence";
import { withDatabase } from "../start/database";
import { runVerb } from "../verb";

await runVerb(() =>
  withDatabase(async (url) => {
    const account = process.argv.slice(2).find((each) => !each.startsWith("--"));
    const dropsSecondStep = process.argv.includes("--no-code");
    if (!account) throw new Sentence("请写明账号：npm run bianfa -- password ACCOUNT");
    process.env.DATABASE_URL = url;
    const password = await newPasswordFor(account, { dropsSecondStep });
    if (!password) throw new Sentence(`没有账号“${account}”。`);
    process.stdout.write(`账号 ${account} 的新密码 ${password}（首次登录时须改；原来的登录已失效）\n`);
  }),
);
