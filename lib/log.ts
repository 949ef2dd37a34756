import pino from "pino";
import { failureOf } from "./failure.ts";

/**
 * Structured lines without personal data or texts: what happened in a fixed sentence, ids and figures beside it,
 * errors through `failureOf`. `service` says which process it was.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: process.env.BIANFA_SERVICE ? { service: process.env.BIANFA_SERVICE } : null,
  serializers: { error: failureOf },
});
