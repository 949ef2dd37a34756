import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2", "sharp", "pg", "pg-boss"],
  experimental: { serverActions: { bodySizeLimit: "32mb" } },
};

export default createNextIntlPlugin("./lib/language.ts")(config);
