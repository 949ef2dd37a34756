// web                     在 PORT 上启动一个网页进程，连接 DATABASE_URL；供 deploy/ 的服务单元使用
import { standAlone } from "../start/alone";
import { runVerb } from "../verb";

await runVerb(async () => {
  standAlone("web");
  await import("../web/main");
});
