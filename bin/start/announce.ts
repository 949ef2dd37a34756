import { existsSync } from "node:fs";
import path from "node:path";
import { runTs } from "../prepare/run";
import { ROOT } from "../prepare/stale";

const PASSWORD = "Bianfa-demo-2026";
const ACCOUNTS = [
  ["office", "云岭县报送员"],
  ["office2", "临江县报送员，本单位不审签"],
  ["lead", "云岭县单位审签人"],
  ["editor, editor2", "编辑"],
  ["reviewer", "审核人"],
  ["signer", "签发人、收件人"],
  ["leader, leader2", "收件人"],
  ["sysadmin, secadmin, auditor", "系统管理员、安全管理员、审计员"],
] as const;

/** The line by which scripts know that everything serves, and whom a visitor may sign in as. */
export function announce(address: string, demonstration: boolean): void {
  process.stdout.write(`ready ${address}\n`);
  if (!demonstration) return;
  process.stdout.write(`\n演示账号（密码都是 ${PASSWORD}）\n`);
  const width = Math.max(...ACCOUNTS.map(([account]) => account.length));
  for (const [account, roles] of ACCOUNTS) process.stdout.write(`  ${account.padEnd(width)}  ${roles}\n`);
}

/** Where nobody has an account yet, the code with which the first visitor makes the first ones. */
export async function printSetupCode(env: NodeJS.ProcessEnv): Promise<void> {
  if (!existsSync(path.join(ROOT, "bin/setup-code.ts"))) return;
  const { output } = await runTs("bin/setup-code.ts", { args: [], env, quiet: true });
  process.stdout.write(output);
}
