-- CreateEnum
CREATE TYPE "BackupKind" AS ENUM ('backup', 'rehearsal');

-- CreateTable
CREATE TABLE "BackupRun" (
    "id" UUID NOT NULL,
    "kind" "BackupKind" NOT NULL,
    "scheduled" BOOLEAN NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,
    "file" TEXT NOT NULL,
    "bytes" BIGINT,
    "tables" INTEGER,
    "rows" BIGINT,
    "failure" TEXT,

    CONSTRAINT "BackupRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BackupRun_kind_startedAt_idx" ON "BackupRun"("kind", "startedAt");
