-- CreateEnum
CREATE TYPE "InstructionState" AS ENUM ('given', 'forwarded', 'answered', 'closed', 'withdrawn');

-- DropIndex
DROP INDEX "Delivery_accountId_deliveredAt_idx";

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "email" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "mailNotices" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "acknowledgedById" UUID,
ADD COLUMN     "downloadedAt" TIMESTAMPTZ(3),
ADD COLUMN     "openedById" UUID,
ADD COLUMN     "printedAt" TIMESTAMPTZ(3),
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "correctsId" UUID;

-- AlterTable
ALTER TABLE "Issue" ADD COLUMN     "correctionReason" TEXT,
ADD COLUMN     "correctsId" UUID,
ADD COLUMN     "distributeAt" TIMESTAMPTZ(3),
ADD COLUMN     "distributeById" UUID,
ADD COLUMN     "listId" UUID,
ADD COLUMN     "listVersion" INTEGER,
ADD COLUMN     "recallReason" TEXT,
ADD COLUMN     "recalledAt" TIMESTAMPTZ(3),
ADD COLUMN     "recalledByName" TEXT;

-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "remindAfter" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "traceCopies" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Deputy" (
    "id" UUID NOT NULL,
    "principalId" UUID NOT NULL,
    "deputyId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "mayInstruct" BOOLEAN NOT NULL DEFAULT false,
    "grantedById" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deputy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DistributionList" (
    "id" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "DistributionList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListVersion" (
    "listId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ListVersion_pkey" PRIMARY KEY ("listId","version")
);

-- CreateTable
CREATE TABLE "PaperCopy" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "handedAt" TIMESTAMPTZ(3),
    "handedByName" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PaperCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Copy" (
    "number" TEXT NOT NULL,
    "issueId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Copy_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "values" JSONB NOT NULL DEFAULT '{}',
    "href" TEXT NOT NULL,
    "issueId" UUID,
    "batch" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "asksConfirmation" BOOLEAN NOT NULL DEFAULT false,
    "confirmedAt" TIMESTAMPTZ(3),
    "mailDue" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Instruction" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "entryId" UUID,
    "quote" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "drawing" JSONB NOT NULL,
    "state" "InstructionState" NOT NULL DEFAULT 'given',
    "version" INTEGER NOT NULL DEFAULT 1,
    "leaderId" UUID NOT NULL,
    "leaderName" TEXT NOT NULL,
    "writtenById" UUID,
    "writtenByName" TEXT NOT NULL DEFAULT '',
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closing" TEXT NOT NULL DEFAULT '',
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Instruction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Forward" (
    "id" UUID NOT NULL,
    "instructionId" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "dueOn" DATE,
    "words" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Forward_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" UUID NOT NULL,
    "forwardId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerFile" (
    "id" UUID NOT NULL,
    "forwardId" UUID NOT NULL,
    "answerId" UUID,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AnswerFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Deputy_deputyId_until_idx" ON "Deputy"("deputyId", "until");

-- CreateIndex
CREATE INDEX "Deputy_principalId_until_idx" ON "Deputy"("principalId", "until");

-- CreateIndex
CREATE UNIQUE INDEX "DistributionList_publicationId_name_key" ON "DistributionList"("publicationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "PaperCopy_issueId_order_key" ON "PaperCopy"("issueId", "order");

-- CreateIndex
CREATE UNIQUE INDEX "copy_once_a_person" ON "Copy"("issueId", "accountId");

-- CreateIndex
CREATE INDEX "Notice_accountId_readAt_idx" ON "Notice"("accountId", "readAt");

-- CreateIndex
CREATE INDEX "Notice_accountId_at_id_idx" ON "Notice"("accountId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Notice_batch_idx" ON "Notice"("batch");

-- CreateIndex
CREATE INDEX "Notice_mailDue_at_idx" ON "Notice"("mailDue", "at");

-- CreateIndex
CREATE INDEX "Notice_issueId_kind_idx" ON "Notice"("issueId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "notice_once" ON "Notice"("accountId", "kind", "key");

-- CreateIndex
CREATE INDEX "Instruction_issueId_idx" ON "Instruction"("issueId");

-- CreateIndex
CREATE INDEX "Instruction_state_givenAt_idx" ON "Instruction"("state", "givenAt");

-- CreateIndex
CREATE INDEX "Instruction_leaderId_givenAt_idx" ON "Instruction"("leaderId", "givenAt");

-- CreateIndex
CREATE INDEX "Forward_officeId_answeredAt_idx" ON "Forward"("officeId", "answeredAt");

-- CreateIndex
CREATE UNIQUE INDEX "Forward_instructionId_officeId_key" ON "Forward"("instructionId", "officeId");

-- CreateIndex
CREATE INDEX "Answer_forwardId_idx" ON "Answer"("forwardId");

-- CreateIndex
CREATE INDEX "AnswerFile_forwardId_idx" ON "AnswerFile"("forwardId");

-- CreateIndex
CREATE INDEX "Delivery_accountId_acknowledgedAt_deliveredAt_id_idx" ON "Delivery"("accountId", "acknowledgedAt", "deliveredAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Delivery_accountId_deliveredAt_id_idx" ON "Delivery"("accountId", "deliveredAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Issue_correctsId_idx" ON "Issue"("correctsId");

-- CreateIndex
CREATE INDEX "Issue_distributeAt_idx" ON "Issue"("distributeAt");

-- AddForeignKey
ALTER TABLE "Deputy" ADD CONSTRAINT "Deputy_principalId_fkey" FOREIGN KEY ("principalId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deputy" ADD CONSTRAINT "Deputy_deputyId_fkey" FOREIGN KEY ("deputyId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DistributionList" ADD CONSTRAINT "DistributionList_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListVersion" ADD CONSTRAINT "ListVersion_listId_fkey" FOREIGN KEY ("listId") REFERENCES "DistributionList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Issue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperCopy" ADD CONSTRAINT "PaperCopy_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Copy" ADD CONSTRAINT "Copy_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Copy" ADD CONSTRAINT "Copy_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instruction" ADD CONSTRAINT "Instruction_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forward" ADD CONSTRAINT "Forward_instructionId_fkey" FOREIGN KEY ("instructionId") REFERENCES "Instruction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forward" ADD CONSTRAINT "Forward_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_forwardId_fkey" FOREIGN KEY ("forwardId") REFERENCES "Forward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerFile" ADD CONSTRAINT "AnswerFile_forwardId_fkey" FOREIGN KEY ("forwardId") REFERENCES "Forward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerFile" ADD CONSTRAINT "AnswerFile_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The lists that publications had become their first named list, in a first version; issues in work came from it.
INSERT INTO "DistributionList" (id, "publicationId", name, "order", version)
  SELECT gen_random_uuid(), id, '常用名单', 1, 1 FROM "Publication";
INSERT INTO "ListVersion" ("listId", version, lines, at)
  SELECT l.id, 1, p.lists, now() FROM "DistributionList" l JOIN "Publication" p ON p.id = l."publicationId";
UPDATE "Issue" i SET "listId" = l.id, "listVersion" = 1
  FROM "DistributionList" l WHERE l."publicationId" = i."publicationId" AND i."contentHash" IS NULL;
ALTER TABLE "Publication" DROP COLUMN "lists";

-- What an edition corrects, and from which list it was signed, stands like the rest of what is signed.
CREATE OR REPLACE FUNCTION "refuseSignedChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."contentHash" IS NULL THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_OP = 'DELETE'
    OR NEW.content IS DISTINCT FROM OLD.content
    OR NEW."contentHash" IS DISTINCT FROM OLD."contentHash"
    OR NEW."publicationId" <> OLD."publicationId"
    OR NEW.series <> OLD.series
    OR NEW.year <> OLD.year
    OR NEW.number IS DISTINCT FROM OLD.number
    OR NEW.total IS DISTINCT FROM OLD.total
    OR NEW.edition <> OLD.edition
    OR NEW.date IS DISTINCT FROM OLD.date
    OR NEW.lists <> OLD.lists
    OR NEW."listId" IS DISTINCT FROM OLD."listId"
    OR NEW."listVersion" IS DISTINCT FROM OLD."listVersion"
    OR NEW."correctsId" IS DISTINCT FROM OLD."correctsId"
    OR NEW."correctionReason" IS DISTINCT FROM OLD."correctionReason"
    OR NEW.imprint <> OLD.imprint
    OR NEW."editorNote" <> OLD."editorNote"
  THEN
    RAISE EXCEPTION 'issue % is signed and stands', OLD.id;
  END IF;
  RETURN NEW;
END $$;
