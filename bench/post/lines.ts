import { Agent, get, type IncomingMessage } from "node:http";

/** Browsers' open lines to /notices/live, and when each of them heard of which issue. */
export type Lines = {
  /** By issue: the moment for each line that has heard of it. */
  heard: (issueId: string) => number[];
  close: () => void;
};

/** Opens a line a cookie, shared evenly among the webs, and waits until all of them are open. */
export async function openLines(webs: string[], cookies: string[]): Promise<Lines> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const heard = new Map<string, number[]>();
  const hear = (issueId: string) => heard.set(issueId, [...(heard.get(issueId) ?? []), performance.now()]);
  await Promise.all(
    cookies.map((cookie, at) => openLine(`${webs[at % webs.length]}/notices/live`, cookie, agent, hear)),
  );
  return { heard: (issueId) => heard.get(issueId) ?? [], close: () => agent.destroy() };
}

function openLine(url: string, cookie: string, agent: Agent, hear: (issueId: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { cookie, accept: "text/event-stream" } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`a line answered ${response.statusCode}`));
      follow(response, resolve, hear);
    });
    // Also when it is closed at the end, when nobody listens any more.
    request.on("error", reject);
  });
}

function follow(response: IncomingMessage, opened: () => void, hear: (issueId: string) => void): void {
  let rest = "";
  response.setEncoding("utf8").on("error", () => {});
  response.on("data", (text: string) => {
    const events = (rest + text).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      if (event === ": open") opened();
      const issueId = event.startsWith("data: ") ? JSON.parse(event.slice(6))?.issueId : null;
      if (issueId) hear(issueId);
    }
  });
}
