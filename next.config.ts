import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { guards } from "./lib/guards";

/** The server (bin/web/) says these with every answer; `next dev` stands without it. */
const atDevelopment = [
  ...guards,
  ["Content-Security-Policy", "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'"],
].map(([key = "", value = ""]) => ({ key, value }));

const config: NextConfig = {
  poweredByHeader: false,
  // Pictures come from lib's own handlers, to whoever may see them: Next's way to shrink others is shut.
  images: { unoptimized: true },
  // Types are the business of `npm run check` and `npm test`; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "sharp",
    "pg",
    "pg-boss",
    "prom-client",
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/jieba",
  ],
  headers: async () => (process.env.NODE_ENV === "development" ? [{ source: "/:path*", headers: atDevelopment }] : []),
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
};

export default createNextIntlPlugin("./lib/language.ts")(config);
