// reindex                 重建查找用的索引；平时不需要，随每次改动自动更新
import { withClient } from "../client";
import { withDatabase } from "../start/database";
import { runVerb } from "../verb";

await runVerb(() =>
  withDatabase(async (url) => {
    const { rows } = await withClient(url, (client) => client.query(`SELECT "searchAgain"() AS count`));
    process.stdout.write(`已重建，共 ${rows[0]?.count ?? 0} 条\n`);
  }),
);
