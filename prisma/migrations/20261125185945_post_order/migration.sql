-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "order" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Instruction" ADD COLUMN     "about" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "byHand" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "IssueFile" ADD COLUMN     "places" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE INDEX "Delivery_issueId_order_id_idx" ON "Delivery"("issueId", "order", "id");

-- CreateIndex
CREATE INDEX "Event_subjectId_id_idx" ON "Event"("subjectId", "id");

-- CreateIndex
CREATE INDEX "Issue_state_distributedAt_idx" ON "Issue"("state", "distributedAt" DESC);
