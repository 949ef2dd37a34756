import { Agent, get } from "node:http";
import { expect, it } from "vitest";
import { stop } from "./stop.ts";
import { head, line, serving } from "./testing.ts";

it("stops under load without a failed request: what was taken is answered, and only new lines are refused", async () => {
  const { server, url } = await serving({
    answer: async (_, response) => {
      // An answer that takes a few turns of the loop, as one that asks a database does.
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      response.end("whole");
    },
  });
  const agents = Array.from({ length: 20 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const heard: string[] = [];
  let stopping: Promise<void> | undefined;
  const people = agents.map(async (agent) => {
    for (;;) {
      const answer = await asked(url, agent);
      heard.push(answer);
      if (heard.length >= 500) stopping ??= stop(server, { idle: 500, longest: 10_000 });
      if (answer === "ECONNREFUSED") return;
    }
  });
  await Promise.all(people);
  await stopping;
  expect(heard.filter((answer) => answer === "whole").length).toBeGreaterThanOrEqual(500);
  expect(heard.filter((answer) => !["whole", "ECONNREFUSED"].includes(answer))).toEqual([]);
  for (const agent of agents) agent.destroy();
});

it("waits for what runs, and not for who keeps a line and asks for nothing", async () => {
  let finish = () => {};
  const { server, port } = await serving({
    answer: async (_, response) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      response.end("late");
    },
  });
  const idle = line(port);
  await new Promise((resolve) => idle.socket.once("connect", resolve));
  const running = line(port);
  running.socket.write(head("GET /"));
  await new Promise((resolve) => server.once("request", resolve));
  const stopped = stop(server, { idle: 50, longest: 10_000 });
  expect(await idle.heard).toBe("");
  finish();
  expect(await running.heard).toMatch(/connection: close[\s\S]*late$/i);
  await stopped;
});

it("does not wait for ever", async () => {
  const { server, port } = await serving({ answer: () => new Promise(() => {}) });
  const running = line(port);
  running.socket.write(head("GET /"));
  await new Promise((resolve) => server.once("request", resolve));
  await stop(server, { idle: 50, longest: 200 });
  expect(await running.heard).toBe("");
});

/** The answer, or the code of what went wrong. */
function asked(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      let text = "";
      response.on("data", (piece) => (text += piece));
      response.once("end", () => resolve(text));
      response.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "failed"));
    }).once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "failed"));
  });
}
