-- CreateIndex
CREATE INDEX "Item_state_priority_submittedAt_id_idx" ON "Item"("state", "priority" DESC, "submittedAt", "id");

-- CreateIndex
CREATE INDEX "Item_officeId_state_submittedAt_idx" ON "Item"("officeId", "state", "submittedAt");

-- CreateIndex
CREATE INDEX "Item_state_date_idx" ON "Item"("state", "date");

-- CreateIndex
CREATE INDEX "Item_submittedAt_idx" ON "Item"("submittedAt");

-- CreateIndex
CREATE INDEX "Item_handledAt_idx" ON "Item"("handledAt");

-- CreateIndex
CREATE INDEX "Issue_date_number_idx" ON "Issue"("date" DESC, "number" DESC);

-- Items whose text holds these words of the index of search, at most so many. What the index finds may be much, and a
-- limit makes reading the whole table look cheap to the planner, which it never is.
CREATE FUNCTION "itemsHolding"(words text, most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE
  SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT "refId" FROM "SearchDocument" d
    WHERE "searchVector"(d.tokens, d.body) @@ words::tsquery AND kind = 'item' LIMIT most;
END $$;
