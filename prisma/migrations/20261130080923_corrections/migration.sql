-- AlterTable
ALTER TABLE "ImportedFile" ADD COLUMN     "issuers" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "undo" JSONB NOT NULL DEFAULT '[]';
