// worker                  启动一个后台进程，连接 DATABASE_URL；供 deploy/ 的服务单元使用
import { standAlone } from "../start/alone";
import { runVerb } from "../verb";

await runVerb(async () => {
  standAlone("worker");
  await import("../../jobs/worker");
});
