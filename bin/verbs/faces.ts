// faces                   取得 Fandol 字体（仿宋、楷体、黑体、宋体），并列出页面实际使用的字体
import { readEnv } from "@/lib/env";
import { bringFandol } from "../faces/bring";
import { faceLines } from "../faces/list";
import { runVerb } from "../verb";

await runVerb(async () => {
  const { BIANFA_FONTS } = readEnv();
  const list = () => process.stdout.write(`${faceLines(BIANFA_FONTS).join("\n")}\n`);
  // Where it cannot be brought, what is used instead is worth knowing all the more.
  const brought = await bringFandol().catch((error) => {
    list();
    throw error;
  });
  process.stdout.write(brought ? "已取得 Fandol 字体\n" : "Fandol 字体已在 generated/faces\n");
  list();
});
