-- What is signed cannot be changed, whoever asks: the domain refuses it, and so does the database.

CREATE FUNCTION "refuseSignedChange"() RETURNS trigger LANGUAGE plpgsql AS $$
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
    OR NEW.imprint <> OLD.imprint
    OR NEW."editorNote" <> OLD."editorNote"
  THEN
    RAISE EXCEPTION 'issue % is signed and stands', OLD.id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "signedStands" BEFORE UPDATE OR DELETE ON "Issue"
  FOR EACH ROW EXECUTE FUNCTION "refuseSignedChange"();

CREATE FUNCTION "refuseSignedEntryChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Issue"
    WHERE id IN (COALESCE(NEW."issueId", OLD."issueId"), COALESCE(OLD."issueId", NEW."issueId"))
      AND "contentHash" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'the issue of entry % is signed and stands', COALESCE(NEW.id, OLD.id);
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER "signedStands" BEFORE INSERT OR UPDATE OR DELETE ON "Entry"
  FOR EACH ROW EXECUTE FUNCTION "refuseSignedEntryChange"();
