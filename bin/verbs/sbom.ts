// sbom [--dev]            打印软件物料清单（CycloneDX JSON）：运行所需的全部软件包、版本和许可；--dev 连同测试所需的
import { run } from "../prepare/run";
import { Sentence } from "../sentence";
import { runVerb } from "../verb";

const words = process.argv.slice(2);

await runVerb(async () => {
  if (words.some((word) => word !== "--dev")) throw new Sentence("用法：npm run -s bianfa -- sbom [--dev]");
  // From the lock file: what is installed on this machine is only its own platform's.
  const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
  const { status, output } = await run("npm", [...args, ...(words.length ? [] : ["--omit", "dev"])], {}, true);
  if (status !== 0) throw new Sentence(`npm sbom 没有成功：${output.trim()}`);
  process.stdout.write(output.slice(output.indexOf("{")));
});
