import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "@/bin/prepare/stale";

/** nginx of the system, where there is one. */
export const nginxProgram = ["/usr/sbin/nginx", "/usr/bin/nginx"].find((file) => existsSync(file));

type Given = {
  folder: string;
  httpPort: number;
  httpsPort: number;
  webs: number[];
  /** Where requests are logged as a distribution has them logged; left out, nowhere. */
  accessLog?: string;
};

/**
 * deploy/nginx.conf as an operator would fill it in: their ports, name, certificate; the rest is as it stands.
 * What a distribution's nginx.conf has around it is added.
 */
export function filledIn({ folder, httpPort, httpsPort, webs, accessLog }: Given): string {
  const servers = webs.map((port) => `    server 127.0.0.1:${port} max_fails=2 fail_timeout=5s;`).join("\n");
  const conf = readFileSync(path.join(ROOT, "deploy/nginx.conf"), "utf8")
    .replace(/^ +server 127\.0\.0\.1:3000 .*\n.*3001.*$/m, servers)
    .replace(/^ +listen \[::\].*\n/gm, "")
    .replace("listen 80;", `listen 127.0.0.1:${httpPort};`)
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${httpsPort} ssl http2;`)
    .replaceAll("bianfa.example.cn", "localhost")
    .replaceAll("/etc/nginx/tls/bianfa", path.join(folder, "bianfa"));
  return `worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log warn;
events { worker_connections 4096; }
http { access_log ${accessLog ?? "off"}; include /etc/nginx/mime.types;
${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
${conf} }`;
}

/** Starts it; ends with `stop`. Throws what nginx says of the configuration, where it does not like it. */
export function startNginx(given: Given): { stop: () => Promise<void> } {
  if (!nginxProgram) throw new Error("there is no nginx");
  const wrong = tryNginx(given);
  if (wrong) throw new Error(wrong);
  const child = spawn(nginxProgram, argumentsIn(given.folder), { stdio: "ignore" });
  return {
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGQUIT");
        setTimeout(() => child.kill("SIGTERM"), 2_000).unref();
      }),
  };
}

/** What nginx has against the configuration; empty where nothing. */
export function tryNginx(given: Given): string {
  mkdirSync(given.folder, { recursive: true });
  certify(given.folder);
  writeFileSync(path.join(given.folder, "nginx.conf"), filledIn(given));
  const { status, stderr } = spawnSync(nginxProgram ?? "", [...argumentsIn(given.folder), "-t"], { encoding: "utf8" });
  return status === 0 ? "" : stderr;
}

const argumentsIn = (folder: string) => ["-p", folder, "-c", `${folder}/nginx.conf`, "-e", `${folder}/error.log`];

/** A certificate that nobody trusts, for a day. */
function certify(folder: string): void {
  const key = path.join(folder, "bianfa.key");
  const made = spawnSync("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"],
    ...["-subj", "/CN=localhost", "-keyout", key, "-out", path.join(folder, "bianfa.crt")],
  ]);
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr}`);
}
