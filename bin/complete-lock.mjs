import { readFileSync, writeFileSync } from "node:fs";

// `npm ci` refuses a lock file that lacks a package's optional dependencies, and a registry that
// serves only this platform's packages leaves the other platforms' out. This enters them by name and
// version, so that the same lock installs on every machine. Run after each change of dependencies.
const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const packages = lock.packages;
const added = [];

for (const [key, { optionalDependencies = {}, dev }] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(key, name)) continue;
    const platform = platformOf(name);
    if (!/^\d+\.\d+\.\d+[-\w.]*$/.test(version) || !platform) {
      throw new Error(`${name}@${version}, wanted by ${key}: enter it by hand`);
    }
    packages[`node_modules/${name}`] = { version, ...(dev && { dev }), optional: true, ...platform };
    added.push(name);
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en")));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`补入 ${added.length} 个其他平台的可选包 ${added.join(" ")}\n`);

/** Whether the lock has `name` where the package at `key` would look for it. */
function isLocked(key, name) {
  for (let at = key; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

/** For which system such a package is, as its name says; null if it does not. */
function platformOf(name) {
  const systems = [
    "darwin",
    "win32",
    "android",
    "freebsd",
    "openbsd",
    "netbsd",
    "sunos",
    "aix",
    "openharmony",
    "linux",
  ];
  const processors = ["arm64", "x64", "ia32", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32", "arm"];
  const os = systems.find((system) => name.includes(system)) ?? (name.includes("windows") ? "win32" : undefined);
  const cpu = processors.find((processor) => name.includes(processor));
  if (!os && !cpu) return null;
  const libc = name.includes("musl") ? "musl" : name.includes("gnu") ? "glibc" : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(os === "linux" && libc && { libc: [libc] }) };
}
