-- DropForeignKey
ALTER TABLE "Event" DROP CONSTRAINT "Event_issueId_fkey";

-- DropForeignKey
ALTER TABLE "Event" DROP CONSTRAINT "Event_itemId_fkey";

-- CreateTable
CREATE TABLE "EventSeal" (
    "eventId" BIGINT NOT NULL,
    "place" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "EventSeal_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "EventHorizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "upTo" BIGINT NOT NULL,
    "writers" TEXT[],

    CONSTRAINT "EventHorizon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventAnchor" (
    "day" DATE NOT NULL,
    "eventId" BIGINT NOT NULL,
    "place" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EventAnchor_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "EventPruning" (
    "eventId" BIGINT NOT NULL,
    "place" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "before" DATE NOT NULL,
    "count" BIGINT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EventPruning_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE INDEX "Event_actorId_id_idx" ON "Event"("actorId", "id");

-- CreateIndex
CREATE INDEX "Event_act_id_idx" ON "Event"("act", "id");

-- What stands in the record stands, whoever asks: only what the operator removed by "audit prune", which enters
-- it in "EventPruning" first, may go. The application's role has not even the right to ask (bin/postgres/roles.ts).

CREATE FUNCTION "refuseRecordChange"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pruned bigint;
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('Event', 'EventSeal') THEN
    SELECT max("eventId") INTO pruned FROM public."EventPruning";
    IF TG_TABLE_NAME = 'Event' AND (to_jsonb(OLD)->>'id')::bigint <= pruned THEN RETURN OLD; END IF;
    -- The last seal stays: the chain goes on from it.
    IF TG_TABLE_NAME = 'EventSeal' AND (to_jsonb(OLD)->>'eventId')::bigint < pruned THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'the record stands: % of % is refused', lower(TG_OP), TG_TABLE_NAME;
END $$;

CREATE TRIGGER "recordStands" BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION "refuseRecordChange"();
CREATE TRIGGER "recordStandsWhole" BEFORE TRUNCATE ON "Event" EXECUTE FUNCTION "refuseRecordChange"();
CREATE TRIGGER "recordStands" BEFORE UPDATE OR DELETE ON "EventSeal" FOR EACH ROW EXECUTE FUNCTION "refuseRecordChange"();
CREATE TRIGGER "recordStandsWhole" BEFORE TRUNCATE ON "EventSeal" EXECUTE FUNCTION "refuseRecordChange"();
CREATE TRIGGER "recordStands" BEFORE UPDATE OR DELETE ON "EventAnchor" FOR EACH ROW EXECUTE FUNCTION "refuseRecordChange"();
CREATE TRIGGER "recordStandsWhole" BEFORE TRUNCATE ON "EventAnchor" EXECUTE FUNCTION "refuseRecordChange"();
CREATE TRIGGER "recordStands" BEFORE UPDATE OR DELETE ON "EventPruning" FOR EACH ROW EXECUTE FUNCTION "refuseRecordChange"();
CREATE TRIGGER "recordStandsWhole" BEFORE TRUNCATE ON "EventPruning" EXECUTE FUNCTION "refuseRecordChange"();

-- A line gets the next number and no other, so that none can be put in between. Whoever owns the table may
-- name it: a restored line keeps its own.
CREATE FUNCTION "numberRecord"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER')
    AND NEW.id <> currval('public."Event_id_seq"')
  THEN
    RAISE EXCEPTION 'the record numbers its lines itself';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "numbered" BEFORE INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION "numberRecord"();

-- A field with the number of its bytes before it, so that no two lines look the same put together.
CREATE FUNCTION "recordField"(field text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  COALESCE(octet_length(field) || ':' || field, '-') || ',';

-- What is hashed of a line; the same stands in bulletin/record/line.ts. Neither number nor time zone is in it.
CREATE FUNCTION "recordLine"(e "Event") RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE RETURN convert_to(
  "recordField"(floor(extract(epoch FROM e.at) * 1000)::bigint::text) || "recordField"(e."actorId"::text)
  || "recordField"(e."actorName") || "recordField"(e.act) || "recordField"(e.refused::text)
  || "recordField"(e."itemId"::text) || "recordField"(e."issueId"::text) || "recordField"(e."entryId"::text)
  || "recordField"(e."subjectId"::text) || "recordField"(e.detail::text), 'UTF8');

-- Closes the chain over lines that can no longer be preceded by another: numbers are taken as lines are
-- written and seen as they are committed, so whoever was writing when the last number was read must be done
-- first. Whoever writes holds a lock on the table from before the number is taken until the end. Runs as the
-- owner: the application may call it, and cannot write a seal of its own. Returns how many were sealed.
CREATE FUNCTION "sealEvents"(most int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  horizon "EventHorizon";
  taken bigint;
  writing text[];
  until bigint;
  sealed int := 0;
  last bigint := 0;
  at_place bigint := 0;
  so_far bytea := decode(repeat('00', 32), 'hex');
  line "Event";
BEGIN
  LOCK TABLE "EventSeal" IN SHARE ROW EXCLUSIVE MODE;
  SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO taken FROM "Event_id_seq";
  -- After the number, in a statement of its own.
  SELECT coalesce(array_agg(virtualtransaction), '{}') INTO writing FROM pg_locks
    WHERE locktype = 'relation' AND relation = '"Event"'::regclass AND mode = 'RowExclusiveLock' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid();
  SELECT * INTO horizon FROM "EventHorizon" WHERE id = 1;
  IF writing = '{}' THEN
    until := taken;
  ELSIF horizon.id IS NULL OR NOT horizon.writers && writing THEN
    until := coalesce(horizon."upTo", 0);
    INSERT INTO "EventHorizon" (id, "upTo", writers) VALUES (1, taken, writing)
      ON CONFLICT (id) DO UPDATE SET "upTo" = taken, writers = writing;
  ELSE
    RETURN 0;
  END IF;
  SELECT s."eventId", s.place, s.hash INTO last, at_place, so_far FROM "EventSeal" s ORDER BY s."eventId" DESC LIMIT 1;
  IF NOT FOUND THEN
    last := 0; at_place := 0; so_far := decode(repeat('00', 32), 'hex');
  END IF;
  FOR line IN SELECT * FROM "Event" e WHERE e.id > last AND e.id <= until ORDER BY e.id LIMIT most LOOP
    so_far := sha256(so_far || "recordLine"(line));
    at_place := at_place + 1;
    sealed := sealed + 1;
    INSERT INTO "EventSeal" ("eventId", place, hash) VALUES (line.id, at_place, so_far);
  END LOOP;
  RETURN sealed;
END $$;

-- Notes once a day where the chain stands; the day is the server's, which the application cannot choose.
CREATE FUNCTION "anchorEvents"() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  made int;
BEGIN
  INSERT INTO "EventAnchor" (day, "eventId", place, hash, at)
    SELECT "officeDay"(now()), s."eventId", s.place, s.hash, now() FROM "EventSeal" s ORDER BY s."eventId" DESC LIMIT 1
    ON CONFLICT (day) DO NOTHING;
  GET DIAGNOSTICS made = ROW_COUNT;
  RETURN made;
END $$;

-- 网络安全法第二十一条: logs are kept for six months at the least.
CREATE FUNCTION "refuseEarlyPruning"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."Event" WHERE id <= NEW."eventId" AND at > now() - interval '180 days') THEN
    RAISE EXCEPTION 'the record is kept for 180 days at the least';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public."EventSeal" WHERE "eventId" = NEW."eventId" AND hash = NEW.hash AND place = NEW.place) THEN
    RAISE EXCEPTION 'the record is removed up to a seal of its chain';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "keptLong" BEFORE INSERT ON "EventPruning" FOR EACH ROW EXECUTE FUNCTION "refuseEarlyPruning"();
