-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('waiting', 'archived', 'discarded');

-- AlterEnum
ALTER TYPE "IssueState" ADD VALUE 'archived';

-- DropIndex
DROP INDEX "issue_number_once";

-- DropIndex
DROP INDEX "issue_total_once";

-- AlterTable
ALTER TABLE "Issue" ADD COLUMN     "importId" UUID,
ADD COLUMN     "lastNumber" INTEGER,
ADD COLUMN     "twin" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "ImportedFile" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA,
    "text" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'waiting',
    "version" INTEGER NOT NULL DEFAULT 1,
    "pieces" JSONB NOT NULL,
    "first" JSONB NOT NULL,
    "given" JSONB NOT NULL DEFAULT '{}',
    "publicationId" UUID,
    "coverage" DOUBLE PRECISION NOT NULL,
    "issueCount" INTEGER NOT NULL,
    "entryCount" INTEGER NOT NULL,
    "remarks" TEXT[],
    "imageIds" UUID[],
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportedFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportProfile" (
    "publicationId" UUID NOT NULL,
    "learnt" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportProfile_pkey" PRIMARY KEY ("publicationId")
);

-- CreateIndex
CREATE INDEX "ImportedFile_state_createdAt_idx" ON "ImportedFile"("state", "createdAt");

-- CreateIndex
CREATE INDEX "ImportedFile_hash_idx" ON "ImportedFile"("hash");

-- CreateIndex
CREATE INDEX "ImportedFile_imageIds_idx" ON "ImportedFile" USING GIN ("imageIds");

-- CreateIndex
CREATE INDEX "Issue_importId_idx" ON "Issue"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "issue_number_once" ON "Issue"("publicationId", "series", "year", "number", "edition", "twin");

-- CreateIndex
CREATE UNIQUE INDEX "issue_total_once" ON "Issue"("publicationId", "total", "edition", "twin");

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_importId_fkey" FOREIGN KEY ("importId") REFERENCES "ImportedFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;
