-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "placing" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "page" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "IssueFile" (
    "issueId" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "hash" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,

    CONSTRAINT "IssueFile_pkey" PRIMARY KEY ("issueId")
);

-- AddForeignKey
ALTER TABLE "IssueFile" ADD CONSTRAINT "IssueFile_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The pages that were signed stand like the text that was signed.
CREATE FUNCTION "refuseFileChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the pages of issue % are signed and stand', OLD."issueId";
END $$;

CREATE TRIGGER "signedStands" BEFORE UPDATE OR DELETE ON "IssueFile"
  FOR EACH ROW EXECUTE FUNCTION "refuseFileChange"();
