-- CreateIndex
CREATE INDEX "Notice_href_kind_idx" ON "Notice"("href", "kind");
