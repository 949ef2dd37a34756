// sbom [--dev]            打印软件物料清单（CycloneDX JSON）：运行所需的全部软件包、版本和许可；--dev 连同测试所需的
import { readFileSync } from "node:fs";
import path from "node:path";
import { run } from "../prepare/run";
import { ROOT } from "../prepare/stale";
import { Sentence } from "../sentence";
import { runVerb } from "../verb";

type List = { components: { "bom-ref": string }[]; dependencies: { ref: string; dependsOn: string[] }[] };

const words = process.argv.slice(2);

await runVerb(async () => {
  if (words.some((word) => word !== "--dev")) throw new Sentence("用法：npm run -s bianfa -- sbom [--dev]");
  // From the lock file: what is installed on this machine is only its own platform's.
  const { status, output } = await run("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], {}, true);
  if (status !== 0) throw new Sentence(`npm sbom 没有成功：${output.trim()}`);
  const list = JSON.parse(output.slice(output.indexOf("{"))) as List;
  process.stdout.write(`${JSON.stringify(words.length ? list : withoutTests(list), null, 2)}\n`);
});

/** Not `npm sbom --omit dev`: npm 11 leaves out also what the product needs as soon as a test's package needs it too. */
function withoutTests(list: List): List {
  const runs = packagesRun();
  const components = list.components.filter((each) => runs.has(each["bom-ref"]));
  const refs = new Set(components.map((each) => each["bom-ref"]));
  const dependencies = list.dependencies
    .filter(({ ref }) => refs.has(ref) || !list.components.some((each) => each["bom-ref"] === ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
  return { ...list, components, dependencies };
}

function packagesRun(): Set<string> {
  const lock = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8"));
  const { "": _, ...packages } = lock.packages as Record<string, { version: string; dev?: boolean }>;
  const run = Object.entries(packages).filter(([, { dev }]) => !dev);
  return new Set(run.map(([place, { version }]) => `${place.split("node_modules/").at(-1)}@${version}`));
}
