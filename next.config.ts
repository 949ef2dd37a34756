import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** Nobody frames these pages, nobody guesses at types, no address goes to another site. */
const guards = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  {
    key: "Content-Security-Policy",
    value: "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
  },
  { key: "Referrer-Policy", value: "same-origin" },
];

const config: NextConfig = {
  poweredByHeader: false,
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
  headers: async () => [{ source: "/:path*", headers: guards }],
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
};

export default createNextIntlPlugin("./lib/language.ts")(config);
