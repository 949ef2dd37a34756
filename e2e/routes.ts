import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** An address as the folders of app/ make it, what else may stand in its places, and what may be asked of it. */
export type Route = { address: string; pattern: RegExp; isRead: boolean; takes: boolean };

/** Every page and every route handler that there is, read from the folders: what is new is in here before anybody thinks of it. */
export function routes(): Route[] {
  return readdirSync(path.resolve("app"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => {
      const parts = path
        .dirname(file)
        .split("/")
        .filter((part) => part !== "." && !/^\(.*\)$/.test(part));
      const pattern = parts.map((part) => (part.startsWith("[...") ? ".+" : part.startsWith("[") ? "[^/]+" : part));
      const source = readFileSync(path.resolve("app", file), "utf8");
      const has = (method: string) => new RegExp(`^export .*\\b${method}\\b`, "m").test(source);
      return {
        address: `/${parts.join("/")}`,
        pattern: new RegExp(`^/${pattern.join("/")}$`),
        isRead: file.endsWith("page.tsx") || has("GET"),
        takes: file.endsWith("route.ts") && ["POST", "PUT", "PATCH", "DELETE"].some(has),
      };
    })
    .sort((a, b) => a.address.localeCompare(b.address));
}

/** Which of them answers at an address. As Next chooses: a folder of that very name before one in brackets, from the left. */
export function answering(all: readonly Route[], address: string): Route | undefined {
  const rank = (route: Route) =>
    route.address
      .split("/")
      .map((part) => (part.startsWith("[") ? "1" : "0"))
      .join("");
  const [first] = all.filter(({ pattern }) => pattern.test(address)).sort((a, b) => rank(a).localeCompare(rank(b)));
  return first;
}

/** What nobody need be signed in for; the figures are for the machine itself (lib/scraping.test.ts), a link for whoever has it. */
export const open = [
  ...["/", "/sign-in", "/set-up", "/link/[token]", "/api/auth/[...nextauth]"],
  ...["/api/health/live", "/api/health/ready", "/api/metrics", "/assets/[name]"],
];
