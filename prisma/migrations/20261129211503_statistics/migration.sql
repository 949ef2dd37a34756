-- CreateTable
CREATE TABLE "SentItem" (
    "itemId" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "publicationId" UUID,
    "sectionId" UUID,
    "kind" "Kind" NOT NULL,
    "officialIds" UUID[],
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SentItem_pkey" PRIMARY KEY ("itemId")
);

-- CreateTable
CREATE TABLE "PublishedItem" (
    "entryId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "kind" "Kind" NOT NULL,
    "officialIds" UUID[],
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "changed" REAL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "merged" BOOLEAN NOT NULL DEFAULT false,
    "reasons" TEXT[],

    CONSTRAINT "PublishedItem_pkey" PRIMARY KEY ("entryId","itemId")
);

-- CreateIndex
CREATE INDEX "SentItem_day_idx" ON "SentItem"("day");

-- CreateIndex
CREATE INDEX "SentItem_officeId_publicationId_day_idx" ON "SentItem"("officeId", "publicationId", "day");

-- CreateIndex
CREATE INDEX "PublishedItem_day_idx" ON "PublishedItem"("day");

-- CreateIndex
CREATE INDEX "PublishedItem_issueId_idx" ON "PublishedItem"("issueId");

-- CreateIndex
CREATE INDEX "PublishedItem_itemId_idx" ON "PublishedItem"("itemId");

-- What is counted is written by the act that makes it so, in its transaction (docs/statistics.md).

-- The day of the office on which a moment falls. Prisma writes and reads moments as wall clock in UTC and names no
-- zone, so the server takes them for its own: as text in the session's zone they are what was meant.
CREATE FUNCTION "officeDay"(moment timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (moment::timestamp AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::date
$$;

-- An item reaches the desk: for the first time a row of its own, later only what it is now.
CREATE FUNCTION "countSent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SentItem" ("itemId", "officeId", "publicationId", "sectionId", kind, "officialIds", day, at)
  SELECT item.id, item."officeId", item."publicationId", item."sectionId", item.kind, item."officialIds",
    "officeDay"(sent.at), sent.at
  FROM (SELECT "itemId", min(at) AS at FROM arrived GROUP BY "itemId") AS sent
  JOIN "Item" AS item ON item.id = sent."itemId"
  ON CONFLICT ("itemId") DO UPDATE SET
    "publicationId" = excluded."publicationId",
    "sectionId" = excluded."sectionId",
    kind = excluded.kind,
    "officialIds" = excluded."officialIds",
    withdrawn = false;
  RETURN NULL;
END $$;

CREATE TRIGGER "countSent" AFTER INSERT ON "Submission" REFERENCING NEW TABLE AS arrived
  FOR EACH STATEMENT EXECUTE FUNCTION "countSent"();

-- It is taken back, or the desk acts on it for the first time.
CREATE FUNCTION "countHandled"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SentItem" SET
    withdrawn = withdrawn OR NEW.state = 'withdrawn',
    "answeredAt" = CASE
      WHEN "answeredAt" IS NULL AND OLD.state = 'submitted' AND NEW.state NOT IN ('withdrawn', 'submitted')
      THEN NEW."handledAt"
      ELSE "answeredAt"
    END
  WHERE "itemId" = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER "countHandled" AFTER UPDATE OF state ON "Item" FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION "countHandled"();

-- The items in an issue, as they count while it is out. A number counts on the day when its first edition went out.
CREATE FUNCTION "countPublished"(issues uuid[]) RETURNS void LANGUAGE sql AS $$
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
  JOIN "Item" AS item ON item.id = entry."itemId"
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

-- An issue goes out, or is out no longer (corrected, recalled).
CREATE FUNCTION "countIssue"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "PublishedItem" WHERE "issueId" = NEW.id;
  PERFORM "countPublished"(ARRAY[NEW.id]);
  RETURN NULL;
END $$;

CREATE TRIGGER "countIssue" AFTER UPDATE OF state ON "Issue" FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state AND 'distributed' IN (OLD.state, NEW.state))
  EXECUTE FUNCTION "countIssue"();

-- What was there before, and what was written with the triggers at rest. Adds what is missing, changes nothing.
CREATE FUNCTION "countAll"() RETURNS void LANGUAGE sql AS $$
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
    SELECT "itemId", min(at) FILTER (WHERE act IN ('return', 'decline', 'adopt')) AS answered,
      max(at) FILTER (WHERE act = 'withdraw') AS withdrawn
    FROM "Event" WHERE act IN ('return', 'decline', 'adopt', 'withdraw') AND "itemId" IS NOT NULL AND NOT refused
    GROUP BY "itemId"
  ) AS acts ON acts."itemId" = item.id
  WHERE item.submissions > 0 AND sent.first IS NOT NULL
  -- As they come in life: what is counted together lies together.
  ORDER BY sent.first
  ON CONFLICT DO NOTHING;
  SELECT "countPublished"(ARRAY(SELECT id FROM "Issue" WHERE state = 'distributed'))
$$;

SELECT "countAll"();
