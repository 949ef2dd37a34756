import pino from "pino";

/** Structured lines without personal data or texts. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: undefined });
