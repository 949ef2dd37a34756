import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Whether a request may have the figures: with the token of BIANFA_METRICS_TOKEN where one is set; else only
 * from this machine. Next writes the address of the other end into X-Forwarded-For where no proxy has, so
 * without a token the port must listen on this machine alone: else anybody could write that line.
 */
export function mayScrape(
  headers: Headers,
  { token = process.env.BIANFA_METRICS_TOKEN, host = process.env.HOST ?? "127.0.0.1" } = {},
): boolean {
  if (token) return isSame(headers.get("authorization") ?? "", `Bearer ${token}`);
  const way = (headers.get("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  return [host, ...way.filter(Boolean)].every(isThisMachine);
}

const isThisMachine = (address: string) => /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/.test(address);

// Through a hash, since what is compared in constant time must have one length.
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
