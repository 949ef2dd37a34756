import type { ServerLimits } from "./limits.ts";
import { serving } from "./testing.ts";

// A server in a process of its own, for tests of what it costs: `servingApart` of testingApart.ts starts it. The
// first message are its limits, answered by the port; each further one asks for the most memory it has ever held.
process.once("disconnect", () => process.exit());
process.once("message", async (limits: Partial<ServerLimits>) => {
  const { port } = await serving({ limits });
  process.on("message", () => process.send?.(process.resourceUsage().maxRSS));
  process.send?.(port);
});
