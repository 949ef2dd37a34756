import { BlockList, isIP, isIPv4 } from "node:net";

/** Under this name the web notes who is at the other end of a connection (instrumentation.ts); what a client sends under it is replaced. */
export const peerHeader = "x-bianfa-peer";

/**
 * The address that a request comes from. What X-Forwarded-For says counts only as far as it was written by
 * the proxies named in TRUSTED_PROXIES: read from its end, the first that is none of them. Empty where it is not known:
 * nobody noted the peer, or everybody comes through a proxy on this machine that nobody has named.
 */
export function clientAddress(headers: Headers, trusted: string = process.env.TRUSTED_PROXIES ?? ""): string {
  const isTrusted = among(trusted);
  let address = plain(headers.get(peerHeader) ?? "");
  const isLocal = address === "127.0.0.1" || address === "::1";
  const said = (headers.get("x-forwarded-for") ?? "").split(",").map(plain);
  if (isLocal && !isTrusted(address) && said.some((each) => each && each !== address)) return "";
  while (address && isTrusted(address)) {
    const before = said.pop();
    // Nothing, or nonsense that somebody sent: the proxy itself is the last one known.
    if (!before || !isIP(before)) break;
    address = before;
  }
  return address;
}

/** Whether it names addresses or networks such as 10.0.0.0/8, with commas between. */
export function areNetworks(text: string): boolean {
  return networks(text).every(({ network, prefix }) => {
    const most = isIPv4(network) ? 32 : 128;
    return isIP(network) !== 0 && Number.isInteger(prefix ?? most) && (prefix ?? most) >= 0 && (prefix ?? most) <= most;
  });
}

function among(text: string): (address: string) => boolean {
  const list = new BlockList();
  for (const { network, prefix } of networks(text)) {
    const family = isIPv4(network) ? "ipv4" : "ipv6";
    if (prefix === undefined) list.addAddress(network, family);
    else list.addSubnet(network, prefix, family);
  }
  return (address) => list.check(address, isIPv4(address) ? "ipv4" : "ipv6");
}

function networks(text: string): { network: string; prefix?: number }[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [network = "", prefix] = each.split("/");
      return { network, prefix: prefix === undefined ? undefined : Number(prefix || "none") };
    });
}

/** Without brackets, port, and the prefix of an IPv4 address on an IPv6 socket. */
function plain(text: string): string {
  const bare = text.trim().replace(/^\[(.*)\](:\d+)?$/, "$1");
  const address = /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.replace(/:\d+$/, "") : bare;
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
