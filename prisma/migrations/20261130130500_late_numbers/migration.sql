-- As before; and a number that was taken long ago, without a line, is none to come back to once the chain is closed
-- behind it. Whoever writes in order holds a lock from before the number is taken, and is waited for ("sealEvents").
CREATE OR REPLACE FUNCTION "numberRecord"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER')
    AND (NEW.id <> currval('public."Event_id_seq"') OR NEW.id <= (SELECT max("eventId") FROM public."EventSeal"))
  THEN
    RAISE EXCEPTION 'the record numbers its lines itself';
  END IF;
  RETURN NEW;
END $$;
