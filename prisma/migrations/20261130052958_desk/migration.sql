-- DropIndex
DROP INDEX "Item_state_submittedAt_idx";

-- CreateIndex
CREATE INDEX "Item_desk_idx" ON "Item"("state", "submittedAt", "officeId", "publicationId", "sectionId", "kind", "date", "submissions");

-- Which items hold words. The index of words stands in parts, each with its condition: it is read where the condition
-- is said; items stand in three of them ("searchItemPart").
CREATE OR REPLACE FUNCTION "itemsHolding"(words text, most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE
  SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT "refId" FROM "SearchDocument" d
    WHERE "searchVector"(d.tokens, d.body) @@ words::tsquery AND kind = 'item' AND (part = 0 OR part = 10 OR part = 11) LIMIT most;
END $$;
