-- As before; an item that is sent again and waits for its own office's lead is found by the desk as it was sent last,
-- like one that is still being written (bulletin/intake/sent.ts).
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
  IF desk <> '' AND item.state IN ('draft', 'returned', 'withdrawn', 'awaitingOfficeSignOff') THEN
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

SELECT "searchItem"(i) FROM "Item" i WHERE state = 'awaitingOfficeSignOff';
