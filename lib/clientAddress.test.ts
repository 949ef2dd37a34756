import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { areNetworks, clientAddress, peerHeader } from "./clientAddress";
import { notePeers } from "./peers";

const from = (peer: string, forwarded?: string) =>
  new Headers({ [peerHeader]: peer, ...(forwarded && { "x-forwarded-for": forwarded }) });

describe("the address of a request", () => {
  it.each([
    ["nobody is trusted", "", "198.51.100.7", "203.0.113.9", "198.51.100.7"],
    ["the peer is a proxy", "127.0.0.1", "127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["a client wrote before the proxy", "127.0.0.1", "127.0.0.1", "1.2.3.4, 203.0.113.9", "203.0.113.9"],
    ["two proxies stand in a row", "127.0.0.1,10.0.0.0/8", "127.0.0.1", "203.0.113.9, 10.1.2.3", "203.0.113.9"],
    ["the peer is no proxy", "10.0.0.0/8", "198.51.100.7", "203.0.113.9", "198.51.100.7"],
    ["a proxy says nothing", "127.0.0.1", "127.0.0.1", undefined, "127.0.0.1"],
    ["nonsense comes through a proxy", "127.0.0.1", "127.0.0.1", "unknown", "127.0.0.1"],
    ["a proxy on this machine is not named", "", "127.0.0.1", "203.0.113.9", ""],
    ["nobody stands between, on this machine", "", "127.0.0.1", "127.0.0.1", "127.0.0.1"],
    ["sockets are of IPv6", "127.0.0.1", "::ffff:127.0.0.1", "[2001:db8::5]:4711", "2001:db8::5"],
    ["a network of IPv6 is trusted", "fd00::/8", "fd00::1", "203.0.113.9:80", "203.0.113.9"],
  ])("where %s", (_, trusted, peer, forwarded, address) => {
    expect(clientAddress(from(peer, forwarded), trusted)).toBe(address);
  });

  it("is noted from the connection, whatever the client says", async () => {
    notePeers();
    const server = createServer((seen, response) => response.end(String(seen.headers[peerHeader])));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request({ port, host: "127.0.0.1", headers: { [peerHeader]: "203.0.113.9" } }, (response) => {
        response.setEncoding("utf8").on("data", resolve);
      });
      sent.on("error", reject).end();
    });
    await new Promise((resolve) => server.close(resolve));
    expect(answer).toBe("127.0.0.1");
  });

  it.each([
    ["10.0.0.2, 10.1.0.0/16,::1", true],
    ["", true],
    ["proxy.example.cn", false],
    ["10.0.0.0/33", false],
    ["10.0.0.0/", false],
  ])("of a proxy is written %j: %s", (text, right) => {
    expect(areNetworks(text)).toBe(right);
  });
});
