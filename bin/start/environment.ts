import { addressOf, type Env } from "../../lib/env";
import { secretOf } from "./secret";

/** What web and worker find in their environment: everything checked, with its defaults, folders absolute. */
export function environmentOf(mode: "start" | "dev", env: Env): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(env.PORT),
    HOST: env.HOST,
    BIANFA_DATA: env.BIANFA_DATA,
    BIANFA_FONTS: env.BIANFA_FONTS,
    BIANFA_TEMPLATES: env.BIANFA_TEMPLATES,
    ...(env.BIANFA_ANCHORS && { BIANFA_ANCHORS: env.BIANFA_ANCHORS }),
    NEXTAUTH_SECRET: secretOf(env),
    NEXTAUTH_URL: env.NEXTAUTH_URL ?? addressOf(env),
  };
}
