-- AlterTable
ALTER TABLE "EntryRevision" ADD COLUMN     "act" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "office" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "EntrySource" (
    "entryId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "submission" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "EntrySource_pkey" PRIMARY KEY ("entryId","itemId")
);

-- CreateIndex
CREATE INDEX "EntrySource_itemId_idx" ON "EntrySource"("itemId");

-- AddForeignKey
ALTER TABLE "EntrySource" ADD CONSTRAINT "EntrySource_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntrySource" ADD CONSTRAINT "EntrySource_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is signed stands, also of which items it was made.
CREATE FUNCTION "refuseSignedSourceChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Entry" JOIN "Issue" ON "Issue".id = "Entry"."issueId"
    WHERE "Entry".id IN (COALESCE(NEW."entryId", OLD."entryId"), COALESCE(OLD."entryId", NEW."entryId"))
      AND "contentHash" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'the issue of entry % is signed and stands', COALESCE(NEW."entryId", OLD."entryId");
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER "signedStands" BEFORE INSERT OR UPDATE OR DELETE ON "EntrySource"
  FOR EACH ROW EXECUTE FUNCTION "refuseSignedSourceChange"();

-- Statistics: a merged entry counts once for each of its items.
CREATE OR REPLACE FUNCTION "countPublished"(issues uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "PublishedItem" ("entryId", "itemId", "issueId", "officeId", "publicationId", section, kind,
    "officialIds", day, at, "sentAt", merged)
  SELECT entry.id, item.id, issue.id, item."officeId", issue."publicationId", section.title, entry.kind,
    entry."officialIds", "officeDay"(first.at), first.at,
    COALESCE(sent.at, item."submittedAt", item."createdAt"), count(*) OVER (PARTITION BY entry.id) > 1
  FROM "Issue" AS issue
  CROSS JOIN LATERAL (
    SELECT min(edition."distributedAt") AS at FROM "Issue" AS edition
    WHERE edition."publicationId" = issue."publicationId" AND edition.series = issue.series
      AND edition.year = issue.year AND edition.number = issue.number
  ) AS first
  JOIN "Entry" AS entry ON entry."issueId" = issue.id
  JOIN "IssueSection" AS section ON section.id = entry."sectionId"
  CROSS JOIN LATERAL (
    SELECT entry."itemId" AS id UNION SELECT more."itemId" FROM "EntrySource" AS more WHERE more."entryId" = entry.id
  ) AS source
  JOIN "Item" AS item ON item.id = source.id
  LEFT JOIN "SentItem" AS sent ON sent."itemId" = item.id
  WHERE issue.id = ANY (issues) AND issue.state = 'distributed' AND first.at IS NOT NULL
  ORDER BY first.at
  ON CONFLICT DO NOTHING;
  UPDATE "PublishedItem" AS printed SET shared = true
  WHERE NOT shared AND "itemId" IN (SELECT "itemId" FROM "PublishedItem" WHERE "issueId" = ANY (issues))
    AND EXISTS (
      SELECT 1 FROM "PublishedItem" AS other
      WHERE other."itemId" = printed."itemId" AND other."entryId" <> printed."entryId"
    )
$$;

CREATE OR REPLACE FUNCTION "countAll"() RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SentItem" ("itemId", "officeId", "publicationId", "sectionId", kind, "officialIds", day, at,
    withdrawn, "answeredAt")
  SELECT item.id, item."officeId", item."publicationId", item."sectionId", item.kind, item."officialIds",
    "officeDay"(sent.first), sent.first,
    item.state = 'withdrawn' OR COALESCE(acts.withdrawn > sent.last, false),
    COALESCE(acts.answered, item."handledAt")
  FROM "Item" AS item
  LEFT JOIN (SELECT "itemId", min(at) AS first, max(at) AS last FROM "Submission" GROUP BY "itemId") AS submission
    ON submission."itemId" = item.id
  CROSS JOIN LATERAL (
    SELECT COALESCE(submission.first, item."submittedAt") AS first, COALESCE(submission.last, item."submittedAt") AS last
  ) AS sent
  LEFT JOIN (
    SELECT "itemId", min(at) FILTER (WHERE act IN ('return', 'decline', 'adopt', 'merge')) AS answered,
      max(at) FILTER (WHERE act = 'withdraw') AS withdrawn
    FROM "Event" WHERE act IN ('return', 'decline', 'adopt', 'merge', 'withdraw') AND "itemId" IS NOT NULL AND NOT refused
    GROUP BY "itemId"
  ) AS acts ON acts."itemId" = item.id
  WHERE item.submissions > 0 AND sent.first IS NOT NULL
  -- As they come in life: what is counted together lies together.
  ORDER BY sent.first
  ON CONFLICT DO NOTHING;
  SELECT "countPublished"(ARRAY(SELECT id FROM "Issue" WHERE state = 'distributed'))
$$;

-- Search: reviewers and signers find the items of every entry, and each of their offices the issue once it is out.
-- With a void number its items are back at the desk, where they can change: that entry does not stand for them.
CREATE OR REPLACE FUNCTION "searchItemPart"(item uuid) RETURNS int LANGUAGE sql STABLE RETURN
  coalesce((SELECT max(CASE WHEN "searchIsOut"(i.state) THEN 11 ELSE 10 END)
    FROM (SELECT "issueId" FROM "Entry" WHERE "itemId" = item
      UNION ALL SELECT e."issueId" FROM "EntrySource" s JOIN "Entry" e ON e.id = s."entryId" WHERE s."itemId" = item) used
    JOIN "Issue" i ON i.id = used."issueId" AND i.state::text <> 'void'), 0);

-- Whether it was ever taken into an issue: what reviewers and signers see of the desk (visibleItems of bulletin/policy.ts).
CREATE FUNCTION "searchIsUsed"(item uuid) RETURNS boolean LANGUAGE sql STABLE RETURN
  EXISTS (SELECT 1 FROM "Entry" WHERE "itemId" = item) OR EXISTS (SELECT 1 FROM "EntrySource" WHERE "itemId" = item);

-- As before, but for "searchIsUsed".
CREATE OR REPLACE FUNCTION "searchItem"(item "Item") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own int := "searchNumber"(item."officeId"::text);
  stands int := "searchItemPart"(item.id);
  desk text := concat(
    CASE WHEN item.submissions > 0 AND item.state IN ('submitted', 'returned', 'declined', 'adopted', 'merged', 'published') THEN ' ~desk' END,
    CASE WHEN "searchIsUsed"(item.id) THEN ' ~used' END);
  heading text := (SELECT title FROM "Section" WHERE id = item."sectionId");
  came date := (coalesce(item."submittedAt", item."createdAt") AT TIME ZONE 'Asia/Shanghai')::date;
  last jsonb;
BEGIN
  IF desk <> '' AND item.state IN ('draft', 'returned', 'withdrawn') THEN
    SELECT content INTO last FROM "Submission" WHERE "itemId" = item.id ORDER BY number DESC LIMIT 1;
  END IF;
  PERFORM "searchWrite"('item', item.id, false, stands, coalesce(item.date, came), item."publicationId", heading, item."officeId", item."officialIds",
    '~m' || own || CASE WHEN last IS NULL THEN desk ELSE '' END,
    array_to_string(item.headline, ''), item.place || E'\n' || "searchPlain"(item.blocks));
  IF last IS NULL THEN
    DELETE FROM "SearchDocument" WHERE "refId" = item.id AND sent;
  ELSE
    PERFORM "searchWrite"('item', item.id, true, stands, coalesce((last ->> 'date')::date, came), item."publicationId", heading, item."officeId",
      ARRAY(SELECT id::uuid FROM jsonb_array_elements_text(last -> 'officialIds') id), '~n' || own || desk,
      (SELECT string_agg(line, '' ORDER BY n) FROM jsonb_array_elements_text(last -> 'headline') WITH ORDINALITY h(line, n)),
      (last ->> 'place') || E'\n' || "searchPlain"(last -> 'blocks'));
  END IF;
END $$;

CREATE OR REPLACE FUNCTION "searchSeen"(issue "Issue") RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  IF NOT "searchIsOut"(issue.state) THEN
    RETURN '~work';
  END IF;
  RETURN '~work' || coalesce(' ~a' || "searchAudience"(issue.id), '')
    || "searchTokens"('c', ARRAY(SELECT i."officeId" FROM "Entry" e JOIN "Item" i ON i.id = e."itemId"
      WHERE e."issueId" = issue.id
      UNION SELECT i."officeId" FROM "Entry" e JOIN "EntrySource" s ON s."entryId" = e.id JOIN "Item" i ON i.id = s."itemId"
      WHERE e."issueId" = issue.id ORDER BY 1));
END $$;

-- As before, with the items that were merged.
CREATE OR REPLACE FUNCTION "searchWholeIssue"(issue "Issue") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  seen text := "searchSeen"(issue);
  entry "Entry";
BEGIN
  PERFORM "searchIssue"(issue, seen);
  FOR entry IN SELECT * FROM "Entry" WHERE "issueId" = issue.id ORDER BY "sectionId", "order" LOOP
    PERFORM "searchEntry"(entry, issue, seen);
  END LOOP;
  -- Who sees its entries changes where their items stand, and so does a void number.
  UPDATE "SearchDocument" d SET part = now_in.part
    FROM (SELECT item, "searchItemPart"(item) AS part FROM (
      SELECT "itemId" AS item FROM "Entry" WHERE "issueId" = issue.id AND "itemId" IS NOT NULL
      UNION SELECT s."itemId" FROM "EntrySource" s JOIN "Entry" e ON e.id = s."entryId" WHERE e."issueId" = issue.id) used) now_in
    WHERE d."refId" = now_in.item AND d.part <> now_in.part;
END $$;

-- As before; and another item is the first of an entry where that was taken out of a merged one.
CREATE OR REPLACE FUNCTION "searchOnEntry"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  issue "Issue";
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "SearchDocument" WHERE "refId" = OLD.id;
  END IF;
  SELECT * INTO issue FROM "Issue" WHERE id = coalesce(NEW."issueId", OLD."issueId");
  IF "searchIsOut"(issue.state) AND coalesce(NEW."itemId", OLD."itemId") IS NOT NULL THEN
    PERFORM "searchWholeIssue"(issue);
  ELSIF TG_OP <> 'DELETE' THEN
    PERFORM "searchEntry"(NEW, issue, "searchSeen"(issue));
  END IF;
  IF TG_OP <> 'UPDATE' OR NEW."itemId" IS DISTINCT FROM OLD."itemId" THEN
    PERFORM "searchItem"(i) FROM "Item" i WHERE i.id IN (NEW."itemId", OLD."itemId");
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER "searched" ON "Entry";
CREATE TRIGGER "searched" AFTER INSERT OR DELETE OR UPDATE OF "itemId", "sectionId", headline, date, place, "officialIds", blocks ON "Entry"
  FOR EACH ROW EXECUTE FUNCTION "searchOnEntry"();

-- As before; and a void number changes where its items stand.
CREATE OR REPLACE FUNCTION "searchOnIssue"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "SearchDocument" WHERE "refId" = OLD.id;
  ELSIF TG_OP = 'UPDATE' AND "searchIsOut"(OLD.state) = "searchIsOut"(NEW.state)
    AND (OLD.state::text = 'void') = (NEW.state::text = 'void')
    AND (OLD.date, OLD."periodTo") IS NOT DISTINCT FROM (NEW.date, NEW."periodTo") THEN
    -- Neither who sees its entries, nor where their items stand, nor their day changed: they stand as they are.
    PERFORM "searchIssue"(NEW, "searchSeen"(NEW));
  ELSE
    PERFORM "searchWholeIssue"(NEW);
  END IF;
  RETURN NULL;
END $$;

-- Of an issue that is out the sources stand, so that its own documents are written with it.
CREATE FUNCTION "searchOnSource"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "searchItem"(i) FROM "Item" i WHERE i.id = coalesce(NEW."itemId", OLD."itemId");
  RETURN NULL;
END $$;
CREATE TRIGGER "searched" AFTER INSERT OR DELETE ON "EntrySource" FOR EACH ROW EXECUTE FUNCTION "searchOnSource"();

-- What is there already.
UPDATE "SearchDocument" d SET part = "searchItemPart"(d."refId") FROM "Entry" e JOIN "Issue" i ON i.id = e."issueId" AND i.state::text = 'void'
  WHERE d."refId" = e."itemId" AND d.part <> "searchItemPart"(d."refId");
