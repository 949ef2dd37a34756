import { connect, type Socket } from "node:net";
import { type Serving, type WebServer, webServer } from "./server.ts";

/** A server of a test's own on a free port, with pages that say what they were sent. */
export async function serving(given: Partial<Serving> = {}) {
  // A test that does not send what it promised need not wait until the server stops listening for it.
  const limits = { lingerTime: 300, ...given.limits };
  const server = webServer({ answer: echo, senderOf: async () => "somebody", ...given, limits });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return { server, port, url: `http://127.0.0.1:${port}`, end: () => ended(server) };
}

const echo: Serving["answer"] = async (request, response) => {
  let length = 0;
  for await (const chunk of request) length += chunk.length;
  response.end(`${request.method} ${length}`);
};

function ended(server: WebServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A line on which a test says what no client would; `heard` is all that came until the line ended. */
export function line(port: number): { socket: Socket; heard: Promise<string> } {
  const socket = connect(port, "127.0.0.1");
  const heard = new Promise<string>((resolve) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (piece: string) => (text += piece));
    // A line that is torn off has ended too; what was heard until then counts.
    socket.on("error", () => {});
    socket.once("close", () => resolve(text));
  });
  return { socket, heard };
}

/** What is heard after saying this. */
export function said(port: number, text: string | Buffer): Promise<string> {
  const { socket, heard } = line(port);
  socket.write(text);
  return heard;
}

/** A head with these lines, for a host that is ours. */
export function head(first: string, ...lines: string[]): string {
  return [`${first} HTTP/1.1`, "host: 127.0.0.1", ...lines, "", ""].join("\r\n");
}

export const own = "sec-fetch-site: same-origin";
