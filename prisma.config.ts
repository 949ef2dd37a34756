import { defineConfig } from "prisma/config";

// Only generating needs this file, and that connects to nothing; migrations are applied by bin/migrate.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://nobody@127.0.0.1:1/none" },
});
