import { readdirSync } from "node:fs";
import path from "node:path";

/** An address as the folders of app/ make it, and what else may stand in its places. */
export type Route = { address: string; pattern: RegExp; isPage: boolean };

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
      return {
        address: `/${parts.join("/")}`,
        pattern: new RegExp(`^/${pattern.join("/")}$`),
        isPage: file.endsWith("page.tsx"),
      };
    })
    .sort((a, b) => a.address.localeCompare(b.address));
}

/** What nobody need be signed in for; the figures are for the machine itself (lib/scraping.test.ts), a link for whoever has it. */
export const open = [
  ...["/", "/sign-in", "/set-up", "/link/[token]", "/api/auth/[...nextauth]"],
  ...["/api/health/live", "/api/health/ready", "/api/metrics", "/assets/[name]"],
];

/** What only takes: a file, or a question too long for an address. The walk posts to each as everybody. */
export const taking = [
  "/archive/import/files",
  "/attachments",
  "/images",
  "/instructions/files",
  "/issues/[id]/pages",
  "/items/import",
  "/reading/[id]",
  "/session",
  "/stats/points/rules/example",
];
