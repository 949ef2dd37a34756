-- AlterTable
ALTER TABLE "ImportedFile" ADD COLUMN     "doubts" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "numbers" TEXT[] DEFAULT ARRAY[]::TEXT[];
