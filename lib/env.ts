import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { areNetworks } from "./clientAddress.ts";

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535);

/** What each variable must be, in the words that the operator reads when it is not. */
const variables = {
  PORT: [port.default(3000), "应为 1 到 65535 之间的端口号"],
  HOST: [
    z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default("127.0.0.1"),
    "应为主机名或 IP 地址",
  ],
  DATABASE_URL: [urlOf("postgresql:", "postgres:").optional(), "应形如 postgresql://用户:密码@主机:5432/数据库"],
  DATABASE_DIRECT_URL: [
    urlOf("postgresql:", "postgres:").optional(),
    "应形如 postgresql://用户:密码@主机:5432/数据库，直接连接，不经过连接池",
  ],
  DATABASE_OWNER_URL: [urlOf("postgresql:", "postgres:").optional(), "应形如 postgresql://用户:密码@主机:5432/数据库"],
  BIANFA_DATA: [folder().default("./data"), "应为文件夹，不能是文件"],
  BIANFA_FONTS: [folder().default("./fonts"), "应为文件夹，不能是文件"],
  BIANFA_TEMPLATES: [folder().default("./templates"), "应为文件夹，不能是文件"],
  BIANFA_ANCHORS: [folder().optional(), "应为文件夹，不能是文件"],
  BIANFA_BACKUPS: [folder().optional(), "应为文件夹，不能是文件"],
  BIANFA_BACKUP_HOUR: [
    z
      .string()
      .regex(/^([01]?\d|2[0-3]|off)$/)
      .default("2")
      .transform((value) => (value === "off" ? null : Number(value))),
    "应为 0 到 23 之间的整点，或 off（不自动备份）",
  ],
  BIANFA_BACKUP_KEEP: [
    z
      .string()
      .regex(/^\d{1,3},\d{1,3},\d{1,3}$/)
      .default("7,4,12")
      .transform((value) => value.split(",").map(Number))
      .refine((counts) => counts.some((count) => count > 0))
      .transform(([days = 0, weeks = 0, months = 0]) => ({ days, weeks, months })),
    "应为保留的日、周、月备份数，如 7,4,12",
  ],
  LOG_LEVEL: [
    z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
    "只能是 silent、fatal、error、warn、info、debug 或 trace",
  ],
  BIANFA_DEMO: [z.enum(["0", "1"]).default("1"), "只能是 0 或 1"],
  NEXTAUTH_SECRET: [z.string().min(32).optional(), "至少 32 个字符"],
  NEXTAUTH_URL: [urlOf("http:", "https:").optional(), "应为以 http:// 或 https:// 开头的网址"],
  CLAMD_URL: [clamd().optional(), "应形如 tcp://127.0.0.1:3310 或 unix:/run/clamav/clamd.ctl"],
  SMTP_URL: [urlOf("smtp:", "smtps:").optional(), "应形如 smtp://用户:密码@主机:587"],
  BIANFA_METRICS_TOKEN: [z.string().min(16).optional(), "至少 16 个字符"],
  OIDC_ISSUER: [urlOf("http:", "https:").optional(), "应为以 https:// 开头的网址"],
  OIDC_CLIENT_ID: [z.string().optional(), "应为文字"],
  OIDC_CLIENT_SECRET: [z.string().optional(), "应为文字"],
  OIDC_CLAIM: [
    z
      .string()
      .regex(/^[A-Za-z_][\w.-]*$/)
      .default("preferred_username"),
    "应为身份令牌里的字段名，如 preferred_username",
  ],
  TRUSTED_PROXIES: [
    z.string().refine(areNetworks).default(""),
    "应为反向代理的 IP 地址或网段，用逗号隔开，如 10.0.0.2,10.1.0.0/16",
  ],
} as const;

type Variables = typeof variables;
/** The environment, checked and with its defaults; folders are absolute. */
export type Env = { [Name in keyof Variables]: z.output<Variables[Name][0]> } & { BIANFA_BACKUPS: string };

/** Reads the environment, or throws one sentence that names the variable which is wrong. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const env: Record<string, unknown> = {};
  for (const [name, [schema, rule]] of Object.entries(variables)) {
    // An empty variable is how compose files say "not set".
    const parsed = schema.safeParse(source[name]?.trim() || undefined);
    if (!parsed.success) throw new Error(`环境变量 ${name} 有误：${rule}。`);
    env[name] = parsed.data;
  }
  const checked = env as Env;
  refuseHalfOidc(checked);
  return {
    ...checked,
    BIANFA_DATA: path.resolve(checked.BIANFA_DATA),
    BIANFA_BACKUPS: path.resolve(checked.BIANFA_BACKUPS ?? path.join(checked.BIANFA_DATA, "backups")),
    BIANFA_FONTS: path.resolve(checked.BIANFA_FONTS),
    BIANFA_TEMPLATES: path.resolve(checked.BIANFA_TEMPLATES),
    BIANFA_ANCHORS: checked.BIANFA_ANCHORS && path.resolve(checked.BIANFA_ANCHORS),
  };
}

/** The address at which people reach the server, unless NEXTAUTH_URL says otherwise. */
export function addressOf(env: Pick<Env, "HOST" | "PORT">): string {
  const everywhere = env.HOST === "0.0.0.0" || env.HOST === "::";
  const host = everywhere ? "127.0.0.1" : env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST;
  return `http://${host}:${env.PORT}`;
}

function refuseHalfOidc(env: Env): void {
  const names = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0 && missing.length < names.length) {
    throw new Error(`环境变量 ${missing[0]} 缺失：统一身份认证的三个 OIDC 变量应一起设置。`);
  }
}

function urlOf(...protocols: string[]) {
  return z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol) && new URL(value).host !== "",
    );
}

function clamd() {
  return z.string().refine((value) => /^(tcp:\/\/[^/]+|unix:\/.+)$/.test(value) && URL.canParse(value));
}

function folder() {
  return z.string().refine((value) => !existsSync(value) || statSync(value).isDirectory());
}
