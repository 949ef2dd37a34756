-- A tsvector holds a megabyte of words, and array_to_tsvector writes a larger one wrongly without a word: words
-- are lost, and others stand there that the text does not hold. An item has 60,000 characters at most, but a
-- past bulletin that was read as one entry has as many as its file. Its first 80,000 are looked up in the index
-- (not above a megabyte, whatever the characters); with its other words the text is found no more.
CREATE OR REPLACE FUNCTION "searchVector"(tokens text, body text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  chars text[] := string_to_array(translate(left(body, 80000), ',。、:;', E'\n\n\n\n\n'), NULL);
  title text[] := string_to_array(translate(left(split_part(body, E'\n', 1), 1000), ',。、:;', E'\n\n\n\n\n'), NULL);
BEGIN
  RETURN array_to_tsvector(string_to_array(tokens, ' ') || array_remove(chars, E'\n')
    || ARRAY(SELECT two FROM (SELECT unnest(chars) || unnest(chars[2:]) AS two) AS pairs WHERE strpos(two, E'\n') = 0)
    || ARRAY(SELECT '~^' || one FROM unnest(array_remove(title, E'\n')) AS one)
    || ARRAY(SELECT '~^' || two FROM (SELECT unnest(title) || unnest(title[2:]) AS two) AS pairs WHERE strpos(two, E'\n') = 0));
END $$;

UPDATE "SearchDocument" SET words = "searchVector"(tokens, body) WHERE length(body) > 80000;
