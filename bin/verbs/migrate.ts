// migrate                 把 prisma/migrations 应用到 DATABASE_URL，或内置数据库
import { migrate } from "../migrate/apply";
import { grantTo } from "../postgres/roles";
import { withDatabase } from "../start/database";
import { applicationOf } from "../start/external";
import { runVerb } from "../verb";

await runVerb(() =>
  withDatabase(async (url, env) => {
    const applied = await migrate(url);
    const role = await applicationOf(env);
    if (role) await grantTo(url, role);
    for (const name of applied) process.stdout.write(`已应用 ${name}\n`);
    if (applied.length === 0) process.stdout.write("没有待应用的迁移\n");
  }),
);
