-- 网络安全法第二十一条: logs are kept for six months at the least. The longest six months, July to December, are 184 days.
CREATE OR REPLACE FUNCTION "refuseEarlyPruning"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."Event" WHERE id <= NEW."eventId" AND at > now() - interval '184 days') THEN
    RAISE EXCEPTION 'the record is kept for 184 days at the least';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public."EventSeal" WHERE "eventId" = NEW."eventId" AND hash = NEW.hash AND place = NEW.place) THEN
    RAISE EXCEPTION 'the record is removed up to a seal of its chain';
  END IF;
  RETURN NEW;
END $$;
