-- CreateEnum
CREATE TYPE "SearchKind" AS ENUM ('item', 'entry', 'issue', 'instruction', 'official');

-- CreateTable
CREATE TABLE "SearchDocument" (
    "id" SERIAL NOT NULL,
    "kind" "SearchKind" NOT NULL,
    "refId" UUID NOT NULL,
    "sent" BOOLEAN NOT NULL DEFAULT false,
    "part" INTEGER NOT NULL,
    "shelfId" INTEGER NOT NULL,
    "officeNumber" INTEGER,
    "castId" INTEGER,
    "date" DATE,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "tokens" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchShelf" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "SearchKind" NOT NULL,
    "publicationId" UUID,
    "section" TEXT,
    "year" INTEGER,

    CONSTRAINT "SearchShelf_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchKey" (
    "number" SERIAL NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "SearchKey_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "SearchAudience" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "SearchAudience_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchMember" (
    "accountId" UUID NOT NULL,
    "audienceId" INTEGER NOT NULL,

    CONSTRAINT "SearchMember_pkey" PRIMARY KEY ("accountId","audienceId")
);

-- CreateTable
CREATE TABLE "SearchCast" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "officials" UUID[],

    CONSTRAINT "SearchCast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchCastMember" (
    "officialId" UUID NOT NULL,
    "castId" INTEGER NOT NULL,

    CONSTRAINT "SearchCastMember_pkey" PRIMARY KEY ("officialId","castId")
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "wanted" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedSearchHit" (
    "savedId" UUID NOT NULL,
    "refId" UUID NOT NULL,

    CONSTRAINT "SavedSearchHit_pkey" PRIMARY KEY ("savedId","refId")
);

-- CreateIndex
CREATE INDEX "SearchDocument_arrivedAt_idx" ON "SearchDocument"("arrivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SearchDocument_refId_sent_key" ON "SearchDocument"("refId", "sent");

-- CreateIndex
CREATE UNIQUE INDEX "SearchShelf_key_key" ON "SearchShelf"("key");

-- CreateIndex
CREATE UNIQUE INDEX "SearchKey_key_key" ON "SearchKey"("key");

-- CreateIndex
CREATE UNIQUE INDEX "SearchAudience_hash_key" ON "SearchAudience"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "SearchCast_hash_key" ON "SearchCast"("hash");

-- CreateIndex
CREATE INDEX "SavedSearch_accountId_createdAt_idx" ON "SavedSearch"("accountId", "createdAt");

-- What follows a schema cannot say (docs/decisions/0025).

-- A document is found by its words, counted by its numbers and shown by its reference: its row is kept narrow,
-- the text lies beside it. (Only rows above 2 kB are taken apart at all, unless one says otherwise.)
ALTER TABLE "SearchDocument" ALTER COLUMN tokens SET STORAGE EXTERNAL, ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE "SearchDocument" SET (toast_tuple_target = 128);

-- Text as it is compared: full-width as half-width, capitals as small ones, no spaces. Lines stay apart.
-- bulletin/archive/search/normal.ts does the same to what is typed.
CREATE FUNCTION "searchNormal"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  translate(lower(normalize($1, NFKC) COLLATE "C"), E' \t\r\f\u000b\u200b\ufeff', '');

-- The words of a document: the tokens; each character and each two that follow one another, except over
-- a stop or the end of a line; those of its title once more, marked.
-- A tsvector holds a megabyte of words, and array_to_tsvector writes a larger one wrongly without a word: of a text
-- the first 80,000 characters are looked up. An item has 60,000 at most; a past bulletin that was read as one
-- entry can have more.
CREATE FUNCTION "searchVector"(tokens text, body text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
  chars text[] := string_to_array(translate(left(body, 80000), ',。、:;', E'\n\n\n\n\n'), NULL);
  title text[] := string_to_array(translate(left(split_part(body, E'\n', 1), 1000), ',。、:;', E'\n\n\n\n\n'), NULL);
BEGIN
  RETURN array_to_tsvector(string_to_array(tokens, ' ') || array_remove(chars, E'\n')
    || ARRAY(SELECT two FROM (SELECT unnest(chars) || unnest(chars[2:]) AS two) AS pairs WHERE strpos(two, E'\n') = 0)
    || ARRAY(SELECT '~^' || one FROM unnest(array_remove(title, E'\n')) AS one)
    || ARRAY(SELECT '~^' || two FROM (SELECT unnest(title) || unnest(title[2:]) AS two) AS pairs WHERE strpos(two, E'\n') = 0));
END $$;

-- Out, or in the archive: seen by more than the secretariat.
CREATE FUNCTION "searchIsOut"(state "IssueState") RETURNS boolean LANGUAGE sql STABLE RETURN state::text IN ('distributed', 'archived');

-- Twelve indexes, each of a part of the documents: a search reads the whole list of a frequent word, also of what its
-- person may not see, unless that stands in another index. Items are three parts ("searchItemPart"); what was
-- delivered are eight, by who has it; the rest is one. A reader's search reads two or three, the secretariat's ten.
CREATE FUNCTION "searchPart"(seen text) RETURNS int LANGUAGE sql IMMUTABLE RETURN
  coalesce(1 + substring(seen FROM ' ~a(\d+)')::int % 8, 9);

-- An item is found where it has no entry, or its person does not see that: 0 without one, 10 with one in an issue
-- that only the secretariat sees, 11 with one in an issue that its office sees too. Whoever sees the entry leaves
-- out that part, and so finds the text once, at no price (bulletin/archive/search/sight.ts).
CREATE FUNCTION "searchItemPart"(item uuid) RETURNS int LANGUAGE sql STABLE RETURN
  coalesce((SELECT max(CASE WHEN "searchIsOut"(i.state) THEN 11 ELSE 10 END)
    FROM "Entry" e JOIN "Issue" i ON i.id = e."issueId" WHERE e."itemId" = item), 0);

-- The words stand in these indexes alone: kept in the table as well they would be four times the text. What was
-- written last waits in lists of a megabyte, some fifty texts, and is entered all at once: a third of the work.
-- A search reads such a list along, in about a millisecond. To take samples of the words would be to compute them.
CREATE FUNCTION "searchIndexes"() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  FOR part IN 0..11 LOOP
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON "SearchDocument" USING gin ("searchVector"(tokens, body))
      WITH (gin_pending_list_limit = 1024) WHERE part = %s', 'SearchDocument_words' || part || '_idx', part);
    EXECUTE format('ALTER INDEX %I ALTER COLUMN 1 SET STATISTICS 0', 'SearchDocument_words' || part || '_idx');
  END LOOP;
END $$;
SELECT "searchIndexes"();

-- The paragraphs, list items, cells and captions of blocks (bulletin/text/model.ts), a line each.
CREATE FUNCTION "searchPlain"(blocks jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(coalesce((
    SELECT string_agg(r.run ->> 'text', '' ORDER BY r.n) FROM jsonb_array_elements(part.runs) WITH ORDINALITY r(run, n)
  ), ''), E'\n' ORDER BY b.n, part.n, part.m), '')
  FROM jsonb_array_elements(blocks) WITH ORDINALITY b(block, n)
  CROSS JOIN LATERAL (
    SELECT b.block -> 'runs' AS runs, 1 AS n, 1 AS m WHERE b.block ? 'runs'
    UNION ALL SELECT jsonb_build_array(jsonb_build_object('text', b.block -> 'caption')), 1, 1 WHERE b.block ? 'caption'
    UNION ALL SELECT i.runs, i.n, 1 FROM jsonb_array_elements(b.block -> 'items') WITH ORDINALITY i(runs, n) WHERE b.block ? 'items'
    UNION ALL SELECT c.cell -> 'runs', w.n, c.n FROM jsonb_array_elements(b.block -> 'rows') WITH ORDINALITY w(cells, n),
      jsonb_array_elements(w.cells) WITH ORDINALITY c(cell, n) WHERE b.block ? 'rows'
  ) part
$$;

CREATE FUNCTION "searchNumber"(name text) RETURNS int LANGUAGE plpgsql STRICT AS $$
DECLARE
  found int;
BEGIN
  SELECT number INTO found FROM "SearchKey" WHERE key = name;
  IF found IS NULL THEN
    INSERT INTO "SearchKey" (key) VALUES (name) ON CONFLICT (key) DO NOTHING;
    SELECT number INTO found FROM "SearchKey" WHERE key = name;
  END IF;
  RETURN found;
END $$;

CREATE FUNCTION "searchTokens"(letter text, ids uuid[]) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(' ~' || letter || "searchNumber"(id::text), ''), '') FROM unnest(ids) id WHERE id IS NOT NULL
$$;

-- The readers who have an issue before them, as one number; null where nobody has.
CREATE FUNCTION "searchAudience"(issue uuid) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  readers uuid[] := ARRAY(SELECT "accountId" FROM "Delivery" WHERE "issueId" = issue ORDER BY "accountId");
  own text := md5(array_to_string(readers, ','));
  found int;
BEGIN
  IF cardinality(readers) = 0 THEN
    RETURN NULL;
  END IF;
  SELECT id INTO found FROM "SearchAudience" WHERE hash = own;
  IF found IS NULL THEN
    INSERT INTO "SearchAudience" (hash) VALUES (own) ON CONFLICT (hash) DO NOTHING RETURNING id INTO found;
    IF found IS NULL THEN
      SELECT id INTO found FROM "SearchAudience" WHERE hash = own;
    ELSE
      INSERT INTO "SearchMember" ("accountId", "audienceId") SELECT reader, found FROM unnest(readers) reader;
    END IF;
  END IF;
  RETURN found;
END $$;

-- The officials whom a text names: those entered for it, and those whose name stands in what is looked up of it.
CREATE FUNCTION "searchNamed"(entered uuid[], body text) RETURNS uuid[] LANGUAGE sql STABLE RETURN ARRAY(
  SELECT id FROM unnest(entered) AS id WHERE id IS NOT NULL
  UNION SELECT id FROM "Official" WHERE strpos(left(body, 80000), nullif("searchNormal"(name), '')) > 0 ORDER BY 1);

-- A name as the index is asked for it: all of its pieces. Null for none.
CREATE FUNCTION "searchGrams"(name text) RETURNS text LANGUAGE sql STABLE RETURN (
  SELECT '(' || string_agg('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''', '&') || ')'
  FROM unnest("searchVector"('', E'\n' || "searchNormal"(name))));

-- Officials who are named together, as one number; null where nobody is.
CREATE FUNCTION "searchCast"(named uuid[]) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  own text := md5(array_to_string(named, ','));
  found int;
BEGIN
  IF cardinality(named) = 0 THEN
    RETURN NULL;
  END IF;
  SELECT id INTO found FROM "SearchCast" WHERE hash = own;
  IF found IS NULL THEN
    INSERT INTO "SearchCast" (hash, officials) VALUES (own, named) ON CONFLICT (hash) DO NOTHING RETURNING id INTO found;
    IF found IS NULL THEN
      SELECT id INTO found FROM "SearchCast" WHERE hash = own;
    ELSE
      INSERT INTO "SearchCastMember" ("officialId", "castId") SELECT official, found FROM unnest(named) official;
    END IF;
  END IF;
  RETURN found;
END $$;

-- Writes one document. Nothing is written where nothing changed, since each word of it is a word of the index.
-- `seen` are the words that say who sees it: where those change, it is new to somebody. `stands` is its part.
CREATE FUNCTION "searchWrite"(
  what "SearchKind", ref uuid, as_sent boolean, stands int, day date, publication uuid, heading text, office uuid,
  officials uuid[], seen text, title text, rest text
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  placed text := concat_ws('|', what, coalesce(publication::text, ''), coalesce(extract(year FROM day)::text, ''), heading);
  marks text := seen || ' ~' || what || "searchTokens"('p', ARRAY[publication]) || "searchTokens"('o', ARRAY[office])
    || coalesce(' ~s' || "searchNumber"('section ' || heading), '') || coalesce(' ~y' || extract(year FROM day), '')
    || "searchTokens"('w', officials);
  content text := coalesce("searchNormal"(replace(title, E'\n', '')), '') || E'\n' || coalesce("searchNormal"(rest), '');
  together int := "searchCast"("searchNamed"(officials, content));
  shelf int;
BEGIN
  SELECT id INTO shelf FROM "SearchShelf" WHERE key = placed;
  IF shelf IS NULL THEN
    INSERT INTO "SearchShelf" (key, kind, "publicationId", section, year)
      VALUES (placed, what, publication, heading, extract(year FROM day)) ON CONFLICT (key) DO NOTHING;
    SELECT id INTO shelf FROM "SearchShelf" WHERE key = placed;
  END IF;
  PERFORM 1 FROM "SearchDocument" d WHERE d."refId" = ref AND d.sent = as_sent AND d.tokens = marks AND d.body = content
    AND d.part = stands AND d."castId" IS NOT DISTINCT FROM together AND d.date IS NOT DISTINCT FROM day;
  IF FOUND THEN
    RETURN;
  END IF;
  INSERT INTO "SearchDocument" AS d (kind, "refId", sent, part, "shelfId", "officeNumber", "castId", date, "arrivedAt", tokens, body)
    VALUES (what, ref, as_sent, stands, shelf, "searchNumber"(office::text), together, day, now(), marks, content)
    ON CONFLICT ("refId", sent) DO UPDATE SET part = excluded.part, "shelfId" = excluded."shelfId", "officeNumber" = excluded."officeNumber",
      "castId" = excluded."castId", date = excluded.date,
      "arrivedAt" = CASE WHEN split_part(d.tokens, ' ~' || what, 1) <> seen THEN now() ELSE d."arrivedAt" END,
      tokens = excluded.tokens, body = excluded.body;
END $$;

-- An item: its office's own, and the desk's from the first sending on. While the office writes at it again
-- the desk goes on reading what was sent last (bulletin/intake/sent.ts), which is then a document of its own.
CREATE FUNCTION "searchItem"(item "Item") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own int := "searchNumber"(item."officeId"::text);
  stands int := "searchItemPart"(item.id);
  desk text := concat(
    CASE WHEN item.submissions > 0 AND item.state IN ('submitted', 'returned', 'declined', 'adopted', 'merged', 'published') THEN ' ~desk' END,
    CASE WHEN stands > 0 THEN ' ~used' END);
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

-- Who sees an issue and its entries: the secretariat; when it is out or in the archive, whoever it was delivered
-- to and the offices of its items (readableIssues of bulletin/policy.ts).
CREATE FUNCTION "searchSeen"(issue "Issue") RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  IF NOT "searchIsOut"(issue.state) THEN
    RETURN '~work';
  END IF;
  RETURN '~work' || coalesce(' ~a' || "searchAudience"(issue.id), '')
    || "searchTokens"('c', ARRAY(SELECT DISTINCT i."officeId" FROM "Entry" e JOIN "Item" i ON i.id = e."itemId"
      WHERE e."issueId" = issue.id ORDER BY 1));
END $$;

CREATE FUNCTION "searchEntry"(entry "Entry", issue "Issue", seen text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "searchWrite"('entry', entry.id, false, "searchPart"(seen),
    coalesce(entry.date, issue.date, issue."periodTo", (issue."createdAt" AT TIME ZONE 'Asia/Shanghai')::date), issue."publicationId",
    (SELECT title FROM "IssueSection" WHERE id = entry."sectionId"), (SELECT "officeId" FROM "Item" WHERE id = entry."itemId"),
    entry."officialIds", seen, array_to_string(entry.headline, ''), entry.place || E'\n' || "searchPlain"(entry.blocks));
END $$;

-- An issue is found by its name and number; its entries by their text.
CREATE FUNCTION "searchIssue"(issue "Issue", seen text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text := coalesce(issue.content ->> 'publication', (SELECT p.name FROM "Publication" p WHERE p.id = issue."publicationId"));
  number text := CASE issue.series WHEN 'supplement' THEN '增刊' ELSE '' END || '第' || issue.number || '期';
BEGIN
  PERFORM "searchWrite"('issue', issue.id, false, "searchPart"(seen),
    coalesce(issue.date, issue."periodTo", (issue."createdAt" AT TIME ZONE 'Asia/Shanghai')::date), issue."publicationId",
    NULL, NULL, '{}', seen, concat(name, number),
    concat_ws(E'\n', issue.year || '年' || number, '总第' || issue.total || '期', issue."editorNote"));
END $$;

CREATE FUNCTION "searchWholeIssue"(issue "Issue") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  seen text := "searchSeen"(issue);
  entry "Entry";
BEGIN
  PERFORM "searchIssue"(issue, seen);
  FOR entry IN SELECT * FROM "Entry" WHERE "issueId" = issue.id ORDER BY "sectionId", "order" LOOP
    PERFORM "searchEntry"(entry, issue, seen);
  END LOOP;
  -- Who sees its entries changes where their items stand.
  UPDATE "SearchDocument" d SET part = now_in.part
    FROM (SELECT "itemId" AS item, "searchItemPart"("itemId") AS part FROM "Entry" WHERE "issueId" = issue.id AND "itemId" IS NOT NULL) now_in
    WHERE d."refId" = now_in.item AND d.part <> now_in.part;
END $$;

-- visibleInstructions of bulletin/policy.ts: the secretariat, the leader, the offices it was forwarded to.
CREATE FUNCTION "searchInstruction"(instruction "Instruction") RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF instruction.state = 'withdrawn' THEN
    DELETE FROM "SearchDocument" WHERE "refId" = instruction.id;
    RETURN;
  END IF;
  PERFORM "searchWrite"('instruction', instruction.id, false, 9, (instruction."givenAt" AT TIME ZONE 'Asia/Shanghai')::date,
    (SELECT "publicationId" FROM "Issue" WHERE id = instruction."issueId"), NULL, NULL, '{}',
    '~work' || "searchTokens"('l', ARRAY[instruction."leaderId"])
      || "searchTokens"('f', ARRAY(SELECT "officeId" FROM "Forward" WHERE "instructionId" = instruction.id ORDER BY 1)),
    instruction.about, concat_ws(E'\n', instruction."leaderName", instruction.quote, instruction.text));
END $$;

CREATE FUNCTION "searchOfficial"(official "Official") RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "searchWrite"('official', official.id, false, 9, NULL, NULL, NULL, NULL, ARRAY[official.id], '~all', official.name,
    (SELECT string_agg(title, E'\n' ORDER BY "from", id) FROM "OfficialTitle" WHERE "officialId" = official.id));
END $$;

-- Everything anew, as the triggers write it; for an index that was lost (npm run bianfa -- reindex).
CREATE FUNCTION "searchAgain"() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchDocument" WHERE id NOT IN (
    SELECT d.id FROM "SearchDocument" d
    WHERE EXISTS (SELECT 1 FROM "Item" WHERE id = d."refId") OR EXISTS (SELECT 1 FROM "Entry" WHERE id = d."refId")
      OR EXISTS (SELECT 1 FROM "Issue" WHERE id = d."refId") OR EXISTS (SELECT 1 FROM "Instruction" WHERE id = d."refId")
      OR EXISTS (SELECT 1 FROM "Official" WHERE id = d."refId"));
  PERFORM "searchOfficial"(o) FROM "Official" o;
  PERFORM "searchItem"(i) FROM "Item" i;
  PERFORM "searchWholeIssue"(i) FROM "Issue" i;
  PERFORM "searchInstruction"(i) FROM "Instruction" i;
  RETURN (SELECT count(*) FROM "SearchDocument");
END $$;

-- The triggers: whatever writes a text, a right to it or its place, writes the document with it.

CREATE FUNCTION "searchOnItem"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "SearchDocument" WHERE "refId" = OLD.id;
  ELSE
    PERFORM "searchItem"(NEW);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "searched" AFTER INSERT OR DELETE OR UPDATE OF "officeId", state, submissions, headline, "publicationId", "sectionId",
  date, place, "officialIds", blocks, "submittedAt" ON "Item" FOR EACH ROW EXECUTE FUNCTION "searchOnItem"();

CREATE FUNCTION "searchOnSubmission"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "searchItem"(i) FROM "Item" i WHERE i.id = NEW."itemId";
  RETURN NULL;
END $$;
CREATE TRIGGER "searched" AFTER INSERT OR UPDATE ON "Submission" FOR EACH ROW EXECUTE FUNCTION "searchOnSubmission"();

-- An entry with an item that enters an issue which is out opens the whole issue to that item's office.
CREATE FUNCTION "searchOnEntry"() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF TG_OP <> 'UPDATE' THEN
    PERFORM "searchItem"(i) FROM "Item" i WHERE i.id = coalesce(NEW."itemId", OLD."itemId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "searched" AFTER INSERT OR DELETE OR UPDATE OF "sectionId", headline, date, place, "officialIds", blocks ON "Entry"
  FOR EACH ROW EXECUTE FUNCTION "searchOnEntry"();

CREATE FUNCTION "searchOnIssueSection"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "searchEntry"(e, i, "searchSeen"(i)) FROM "Entry" e JOIN "Issue" i ON i.id = e."issueId" WHERE e."sectionId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "searched" AFTER UPDATE OF title ON "IssueSection" FOR EACH ROW EXECUTE FUNCTION "searchOnIssueSection"();

CREATE FUNCTION "searchOnIssue"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "SearchDocument" WHERE "refId" = OLD.id;
  ELSIF TG_OP = 'UPDATE' AND "searchIsOut"(OLD.state) = "searchIsOut"(NEW.state)
    AND (OLD.date, OLD."periodTo") IS NOT DISTINCT FROM (NEW.date, NEW."periodTo") THEN
    -- Neither who sees its entries nor their day changed: they stand as they are.
    PERFORM "searchIssue"(NEW, "searchSeen"(NEW));
  ELSE
    PERFORM "searchWholeIssue"(NEW);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "searched" AFTER INSERT OR DELETE OR UPDATE OF state, series, year, number, total, date, "periodTo", "editorNote", content
  ON "Issue" FOR EACH ROW EXECUTE FUNCTION "searchOnIssue"();

-- A list of thousands is one set: looked at once a statement.
CREATE FUNCTION "searchOnDelivery"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "searchWholeIssue"(i) FROM "Issue" i WHERE i.id IN (SELECT "issueId" FROM changed);
  RETURN NULL;
END $$;
CREATE TRIGGER "searchedIn" AFTER INSERT ON "Delivery" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "searchOnDelivery"();
CREATE TRIGGER "searchedOut" AFTER DELETE ON "Delivery" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "searchOnDelivery"();

CREATE FUNCTION "searchOnInstruction"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "SearchDocument" WHERE "refId" = OLD.id;
  ELSE
    PERFORM "searchInstruction"(NEW);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "searched" AFTER INSERT OR DELETE OR UPDATE OF state, quote, text, about, "leaderId", "leaderName" ON "Instruction"
  FOR EACH ROW EXECUTE FUNCTION "searchOnInstruction"();

CREATE FUNCTION "searchOnForward"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "searchInstruction"(i) FROM "Instruction" i WHERE i.id = coalesce(NEW."instructionId", OLD."instructionId");
  RETURN NULL;
END $$;
CREATE TRIGGER "searched" AFTER INSERT OR DELETE ON "Forward" FOR EACH ROW EXECUTE FUNCTION "searchOnForward"();

-- A name that is new, changed or gone changes whom the texts name that hold it. Their words stay as they are,
-- so that this is a small writing.
CREATE FUNCTION "searchOnOfficial"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  held tsquery := concat_ws('|', '~w' || "searchNumber"(coalesce(NEW.id, OLD.id)::text), "searchGrams"(OLD.name), "searchGrams"(NEW.name))::tsquery;
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "SearchDocument" WHERE "refId" = OLD.id;
  ELSE
    PERFORM "searchOfficial"(NEW);
  END IF;
  FOR part IN 0..11 LOOP
    EXECUTE format('UPDATE "SearchDocument" d SET "castId" = anew.together FROM (
        SELECT h.id, "searchCast"("searchNamed"(ARRAY(SELECT k.key::uuid FROM regexp_matches(h.tokens, ''~w(\d+)'', ''g'') m
          JOIN "SearchKey" k ON k.number = m[1]::int), h.body)) AS together
        FROM "SearchDocument" h WHERE h.part = %s AND "searchVector"(h.tokens, h.body) @@ $1) anew
      WHERE d.id = anew.id AND d."castId" IS DISTINCT FROM anew.together', part) USING held;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "searched" AFTER INSERT OR DELETE OR UPDATE OF name ON "Official" FOR EACH ROW EXECUTE FUNCTION "searchOnOfficial"();

CREATE FUNCTION "searchOnTitle"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "searchOfficial"(o) FROM "Official" o WHERE o.id IN (NEW."officialId", OLD."officialId");
  RETURN NULL;
END $$;
CREATE TRIGGER "searched" AFTER INSERT OR DELETE OR UPDATE ON "OfficialTitle" FOR EACH ROW EXECUTE FUNCTION "searchOnTitle"();

-- Finding. What the index cannot say for certain is asked of the text (`must` stand in it, `never` may): words
-- of three characters and up. Whether an official is named is asked of the casts instead. `doubt` finds whatever
-- has all the pieces of a word that must not stand there: the only texts that need be asked for it.
CREATE FUNCTION "searchHits"(
  which int, query tsquery, doubt tsquery, must text[], never text[], casts int[], "otherCasts" int[], since date, until date
) RETURNS SETOF "SearchDocument" LANGUAGE sql STABLE AS $$
  SELECT * FROM "SearchDocument" d
  WHERE d.part = which AND "searchVector"(d.tokens, d.body) @@ coalesce(query && !!doubt, query)
    AND (since IS NULL OR d.date >= since) AND (until IS NULL OR d.date <= until)
    AND (casts IS NULL OR d."castId" = ANY (casts))
    AND ("otherCasts" IS NULL OR d."castId" IS NULL OR d."castId" <> ALL ("otherCasts"))
    -- Mostly it is one word.
    AND (cardinality(must) = 0 OR strpos(d.body, must[1]) > 0)
    AND (cardinality(must) < 2 OR NOT EXISTS (SELECT 1 FROM unnest(must[2:]) AS m(word) WHERE strpos(d.body, m.word) = 0))
  UNION ALL
  SELECT * FROM "SearchDocument" d
  WHERE doubt IS NOT NULL AND d.part = which AND "searchVector"(d.tokens, d.body) @@ (query && doubt)
    AND (since IS NULL OR d.date >= since) AND (until IS NULL OR d.date <= until)
    AND (casts IS NULL OR d."castId" = ANY (casts))
    AND ("otherCasts" IS NULL OR d."castId" IS NULL OR d."castId" <> ALL ("otherCasts"))
    AND NOT EXISTS (SELECT 1 FROM unnest(never) AS n(word) WHERE strpos(d.body, n.word) > 0)
    AND NOT EXISTS (SELECT 1 FROM unnest(must) AS m(word) WHERE strpos(d.body, m.word) = 0)
$$;

-- The same in several parts, as text of a query with what "searchHits" takes as its parameters.
CREATE FUNCTION "searchIn"(parts int[]) RETURNS text LANGUAGE sql IMMUTABLE RETURN (
  SELECT 'FROM (' || string_agg(format('SELECT * FROM "searchHits"(%s, $1, $2, $3, $4, $5, $6, $7, $8)', part), ' UNION ALL ') || ') d'
  FROM unnest(parts) AS part);

-- The casts in which somebody of each of the groups is: a group are those who bear one name. Null for no group.
CREATE FUNCTION "searchCasts"(groups jsonb) RETURNS int[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN jsonb_array_length(groups) > 0 THEN ARRAY(
    SELECT m."castId" FROM jsonb_array_elements(groups) WITH ORDINALITY AS g(officials, n)
    JOIN "SearchCastMember" m ON m."officialId" IN (SELECT id::uuid FROM jsonb_array_elements_text(g.officials) AS id)
    GROUP BY m."castId" HAVING count(DISTINCT g.n) = jsonb_array_length(groups)) END
$$;

-- How they divide, with names: the numbers of shelves, offices and casts, and how many each holds.
CREATE FUNCTION "searchFacets"(shelves int[], "shelfCounts" int[], offices int[], "officeCounts" int[], casts int[], "castCounts" int[])
RETURNS TABLE (facet text, value text, label text, n int) LANGUAGE plpgsql STABLE AS $$
DECLARE
  officials uuid[];
  named int[];
BEGIN
  -- A few casts or thousands: each has its plan.
  EXECUTE 'SELECT array_agg(official), array_agg(n) FROM (
      SELECT official, sum(n)::int AS n FROM (SELECT unnest(c.officials) AS official, h.n
        FROM unnest($1, $2) AS h(together, n) JOIN "SearchCast" c ON c.id = h.together) each GROUP BY official) all_named'
    INTO officials, named USING casts, "castCounts";
  RETURN QUERY WITH placed AS MATERIALIZED (
    SELECT s.kind, s."publicationId" AS publication, s.section, s.year, h.n
    FROM unnest(shelves, "shelfCounts") AS h(shelf, n) JOIN "SearchShelf" s ON s.id = h.shelf
  ), published AS (
    SELECT publication, sum(p.n)::int AS n FROM placed p GROUP BY publication
  ), sent AS MATERIALIZED (
    SELECT k.key::uuid AS office, h.n FROM unnest(offices, "officeCounts") AS h(office, n) JOIN "SearchKey" k ON k.number = h.office
  )
  SELECT 'kind', p.kind::text, p.kind::text, sum(p.n)::int FROM placed p GROUP BY p.kind
  UNION ALL SELECT 'publication', p.id::text, p.name, d.n FROM published d JOIN "Publication" p ON p.id = d.publication
  UNION ALL SELECT 'section', p.section, p.section, sum(p.n)::int FROM placed p WHERE p.section IS NOT NULL GROUP BY p.section
  UNION ALL SELECT 'year', p.year::text, p.year::text, sum(p.n)::int FROM placed p WHERE p.year IS NOT NULL GROUP BY p.year
  UNION ALL SELECT 'office', o.id::text, o."shortName", d.n FROM sent d JOIN "Office" o ON o.id = d.office
  UNION ALL SELECT 'official', o.id::text, o.name, d.n FROM unnest(officials, named) AS d(official, n) JOIN "Official" o ON o.id = d.official;
END $$;

-- The first of what is found, in order: by relevance officials and issues before texts, then the latest. Mostly the
-- last two years have enough, and nothing else need be put in order.
CREATE FUNCTION "searchFirst"(
  parts int[], query tsquery, doubt tsquery, must text[], never text[], casts int[], "otherCasts" int[],
  since date, until date, "byDate" boolean, most int
) RETURNS int[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  last int := (SELECT max(year) FROM "SearchShelf" WHERE year <= extract(year FROM least(until, current_date)));
  newest text := (SELECT string_agg('~y' || year, '|') FROM (SELECT DISTINCT year FROM "SearchShelf" WHERE year >= last - 1) years);
  sorted CONSTANT text := 'SELECT ARRAY(SELECT d.id ' || "searchIn"(parts) || ' ORDER BY '
    || CASE WHEN "byDate" THEN '' ELSE 'd.kind = ''official'' DESC, d.kind = ''issue'' DESC, ' END || 'd.date DESC NULLS LAST, d.id DESC LIMIT $9)';
  found int[];
BEGIN
  IF newest IS NOT NULL THEN
    EXECUTE sorted INTO found USING query && (CASE WHEN "byDate" THEN '' ELSE '~official|~issue|' END || newest)::tsquery,
      doubt, must, never, casts, "otherCasts", since, until, most;
  END IF;
  IF newest IS NULL OR cardinality(found) < most THEN
    EXECUTE sorted INTO found USING query, doubt, must, never, casts, "otherCasts", since, until, most;
  END IF;
  RETURN found;
END $$;

-- A run of what a search finds. By relevance, those come first that have the words in their title. What reads the
-- index is planned for each question (EXECUTE), since a plan for all of them is several times as slow; the rest is
-- planned once.
CREATE FUNCTION "searchFind"(
  parts int[], query tsquery, titled tsquery, doubt tsquery, must text[], never text[], named jsonb, "notNamed" jsonb,
  since date, until date, "byDate" boolean, skip int, take int
) RETURNS json LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
  SET max_parallel_workers_per_gather = 0 SET work_mem = '32MB' AS $$
DECLARE
  casts int[] := "searchCasts"(named);
  others int[] := "searchCasts"("notNamed");
  first int[] := '{}';
  rest int[] := '{}';
BEGIN
  IF NOT "byDate" AND titled IS NOT NULL THEN
    first := "searchFirst"(parts, query && titled, doubt, must, never, casts, others, since, until, false, skip + take);
  END IF;
  IF cardinality(first) < skip + take THEN
    rest := "searchFirst"(parts, query, doubt, must, never, casts, others, since, until, "byDate", skip + take);
  END IF;
  RETURN (SELECT coalesce(json_agg(json_build_object('kind', d.kind, 'ref', d."refId", 'titled', r.place <= cardinality(first),
      'publication', p.name, 'section', s.section, 'office', (SELECT "shortName" FROM "Office" o WHERE o.id = k.key::uuid),
      'body', CASE WHEN NOT "byDate" THEN left(d.body, 3000) END) ORDER BY r.place), '[]')
    FROM (SELECT id, min(place) AS place FROM unnest(first || rest) WITH ORDINALITY AS a(id, place)
      GROUP BY id ORDER BY 2 OFFSET skip LIMIT take) r
    JOIN "SearchDocument" d ON d.id = r.id JOIN "SearchShelf" s ON s.id = d."shelfId"
    LEFT JOIN "Publication" p ON p.id = s."publicationId" LEFT JOIN "SearchKey" k ON k.number = d."officeNumber");
END $$;

-- How what is found divides: by all facets in one pass, in which each document gives its numbers; or by one facet.
CREATE FUNCTION "searchCounts"(
  parts int[], asked text, query tsquery, doubt tsquery, must text[], never text[], named jsonb, "notNamed" jsonb, since date, until date
) RETURNS json LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
  SET max_parallel_workers_per_gather = 0 SET work_mem = '32MB' AS $$
DECLARE
  numbers CONSTANT text := CASE WHEN asked IS NULL THEN 'd."shelfId", d."officeNumber", d."castId"'
    WHEN asked = 'office' THEN 'NULL::int, d."officeNumber", NULL::int' WHEN asked = 'official' THEN 'NULL::int, NULL::int, d."castId"'
    ELSE 'd."shelfId", NULL::int, NULL::int' END;
  tally record;
BEGIN
  -- What is not grouped by is null in all rows, and so is what a document has not.
  EXECUTE 'SELECT array_agg(shelf) FILTER (WHERE shelf IS NOT NULL) AS shelves, array_agg(n) FILTER (WHERE shelf IS NOT NULL) AS shelved,
      array_agg(office) FILTER (WHERE office IS NOT NULL) AS offices, array_agg(n) FILTER (WHERE office IS NOT NULL) AS sent,
      array_agg(together) FILTER (WHERE together IS NOT NULL) AS casts, array_agg(n) FILTER (WHERE together IS NOT NULL) AS cast
    FROM (SELECT shelf, office, together, count(*)::int AS n FROM (
        SELECT ' || numbers || ' ' || "searchIn"(parts) || ') numbers(shelf, office, together)
      GROUP BY GROUPING SETS ((shelf), (office), (together))) counts'
    INTO tally USING query, doubt, must, never, "searchCasts"(named), "searchCasts"("notNamed"), since, until;
  RETURN (SELECT coalesce(json_agg(json_build_array(f.facet, f.value, f.label, f.n)), '[]')
    FROM "searchFacets"(tally.shelves, tally.shelved, tally.offices, tally.sent, tally.casts, tally.cast) f
    WHERE asked IS NULL OR f.facet = asked);
END $$;

-- What of it began to be seen since a moment, the latest first.
CREATE FUNCTION "searchArrived"(
  parts int[], query tsquery, doubt tsquery, must text[], never text[], named jsonb, "notNamed" jsonb,
  since date, until date, after timestamptz
) RETURNS TABLE (kind "SearchKind", "refId" uuid) LANGUAGE plpgsql STABLE SET enable_seqscan = off SET jit = off AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT d.kind, d."refId" ' || "searchIn"(parts) || ' WHERE d."arrivedAt" > $9 ORDER BY d.id DESC'
    USING query, doubt, must, never, "searchCasts"(named), "searchCasts"("notNamed"), since, until, after;
END $$;

-- What is there already.
SELECT "searchAgain"();
