import { availableParallelism } from "node:os";
import type { Client } from "pg";
import { normal } from "@/bulletin/archive/search/normal";
import { idOf, officialNames } from "./house";

type Made = { item: number; office: number; headline: string; text: string; named: number[] };

/** The numbers by which the index knows offices and officials. */
export type Numbers = Map<string, number>;

/** Takes the indexes of words away, and says how each is made again: over all of it at once it is done sooner. */
export async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE indexname LIKE 'SearchDocument\\_words%'`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  return rows.map(({ made }) => made);
}

/** Shelves and numbers of everything that a document of the filling can name, before the first of them is written. */
export async function prepareIndex(client: Client): Promise<Numbers> {
  await client.query(`SELECT "searchNumber"(id::text) FROM "Office" UNION ALL SELECT "searchNumber"(id::text) FROM "Publication"
    UNION ALL SELECT "searchNumber"(id::text) FROM "Official" UNION ALL SELECT DISTINCT "searchNumber"('section ' || title) FROM "Section"`);
  await client.query(`INSERT INTO "SearchShelf" (key, kind, "publicationId", section, year)
    SELECT concat_ws('|', k, p.id, y, s.title), k, p.id, s.title, y
    FROM unnest(ARRAY['item', 'entry']::"SearchKind"[]) k, "Publication" p JOIN "Section" s ON s."publicationId" = p.id,
      generate_series(2015, 2026) y`);
  await client.query(`SELECT "searchOfficial"(o) FROM "Official" o`);
  await client.query(`ANALYZE "SearchShelf", "SearchKey"`);
  const { rows } = await client.query<{ key: string; number: number }>(`SELECT key, number FROM "SearchKey"`);
  return new Map(rows.map(({ key, number }) => [key, number]));
}

/** The texts of a batch as they are compared, and what they name: once for the item and its entry. */
export async function enterTexts(client: Client, made: Made[], numbers: Numbers): Promise<void> {
  const texts = made.map(({ headline, text }) => {
    const title = normal(headline.replace("\n", ""));
    return `${title}\n\n${normal(text)}`;
  });
  const numberOf = (kind: "office" | "official", at: number) => numbers.get(idOf(kind, at)) ?? 0;
  await client.query(
    `CREATE TEMP TABLE texts (n int PRIMARY KEY, body text, together int, office int, words text) ON COMMIT DROP`,
  );
  await client.query(
    `INSERT INTO texts SELECT n, b, "searchCast"(string_to_array(w, ',')::uuid[]), o, k
     FROM unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::text[]) AS u(n, b, w, o, k)`,
    [
      made.map(({ item }) => item),
      texts,
      made.map(({ named }, at) => namedIn(texts[at] ?? "", named).join(",")),
      made.map(({ office }) => numberOf("office", office)),
      made.map(({ named }) => named.map((at) => ` ~w${numberOf("official", at)}`).join("")),
    ],
  );
}

/** Those entered for it and those whose name stands in it, in the order of their ids. */
function namedIn(body: string, entered: number[]): string[] {
  return officialNames.flatMap((name, at) =>
    entered.includes(at) || body.includes(name) ? [idOf("official", at)] : [],
  );
}

const uuid = (kind: number, of: string) => `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${of}), 12, '0'))`;

/** What a text of the batch is, in common for the item and its entry. */
const placed = (kind: string, section: string, seen: string, day: string) => `
  SELECT m.*, ${day} AS day, s.id AS shelf, x.office AS "officeNumber", x.together, x.body,
    ${seen} || ' ~${kind} ~p' || of_pub.number || ' ~o' || x.office || ' ~s' || of_section.number
      || ' ~y' || extract(year FROM ${day}) || x.words AS tokens
  FROM made m JOIN issued i USING (b) JOIN texts x USING (n)
  JOIN "Section" t ON t.id = ${uuid(4, `i.pub * 8 + ${section}`)}::uuid
  JOIN "SearchKey" of_pub ON of_pub.key = ${uuid(3, "i.pub")} JOIN "SearchKey" of_section ON of_section.key = 'section ' || t.title
  JOIN "SearchShelf" s ON s.key = concat_ws('|', '${kind}', ${uuid(3, "i.pub")}, extract(year FROM ${day}), t.title)`;

const own = (letter: string) => `'~${letter}' || x.office`;
const sentOn = "(i.date - (2 + m.p % 5))";
const itemSection = "(m.b + m.p / 5) % 8";
const desk = `CASE WHEN m.p BETWEEN 26 AND 29 THEN '' WHEN m.p < 25 THEN ' ~desk ~used' ELSE ' ~desk' END`;

const columns = `(kind, "refId", sent, part, "shelfId", "officeNumber", "castId", date, "arrivedAt", tokens, body)`;
/** An item stands where its entry says, everything else where its readers do. */
const partOf = (kind: string) => (kind === "item" ? "CASE WHEN d.p < 25 THEN 11 ELSE 0 END" : `"searchPart"(d.tokens)`);
const row = (kind: string, ref: string, sent: boolean) => `
  SELECT '${kind}', ${ref}::uuid, ${sent}, ${partOf(kind)}, d.shelf, d."officeNumber", d.together, d.day, now(), d.tokens, d.body FROM placed d`;

/**
 * The documents of a batch as the triggers would write them, only faster. finishIndex holds some of them against
 * the triggers.
 */
export const writingDocuments = [
  `WITH placed AS (${placed("item", itemSection, `${own("m")} || ${desk}`, sentOn)})
   INSERT INTO "SearchDocument" ${columns} ${row("item", uuid(5, "d.n"), false)}`,
  // What was returned the office writes at again: the desk goes on reading what was sent.
  `WITH placed AS (${placed("item", itemSection, `${own("n")} || ' ~desk'`, sentOn)} WHERE m.p BETWEEN 26 AND 28)
   INSERT INTO "SearchDocument" ${columns} ${row("item", uuid(5, "d.n"), true)}`,
  `CREATE TEMP TABLE seen ON COMMIT DROP AS SELECT i.b, "searchSeen"(e) AS seen FROM issued i JOIN "Issue" e ON e.id = ${uuid(6, "i.b")}::uuid`,
  `WITH placed AS (${placed("entry", itemSection, "(SELECT seen FROM seen WHERE seen.b = m.b)", sentOn)} WHERE m.p < 25)
   INSERT INTO "SearchDocument" ${columns} ${row("entry", uuid(8, "d.b * 25 + d.p"), false)}`,
  `SELECT "searchEntry"(e, i, s.seen) FROM made m JOIN seen s USING (b) JOIN "Entry" e ON e.id = ${uuid(8, "m.b * 25 + m.p")}::uuid
   JOIN "Issue" i ON i.id = e."issueId" WHERE m.p < 25 AND m.p % 10 = 0`,
  `SELECT "searchIssue"(e, s.seen) FROM seen s JOIN "Issue" e ON e.id = ${uuid(6, "s.b")}::uuid`,
];

/** The index over all of it; and some documents written once more by the triggers' functions, which must find nothing to change. */
export async function finishIndex(client: Client, indexes: string[]): Promise<void> {
  await client.query(`SELECT "searchInstruction"(i) FROM "Instruction" i`);
  // PostgreSQL builds an index by several processes if the table wishes for it: a third of the time.
  const processors = availableParallelism();
  await client.query(`SET maintenance_work_mem = '2GB'; SET max_parallel_maintenance_workers = ${processors}`);
  await client.query(`ALTER TABLE "SearchDocument" SET (parallel_workers = ${processors})`);
  for (const index of indexes) await client.query(index);
  await client.query(`ALTER TABLE "SearchDocument" RESET (parallel_workers)`);
  await client.query(`SELECT "searchIndexes"()`);
  await client.query(`CREATE TEMP TABLE before AS SELECT id, ctid::text AS place FROM "SearchDocument"`);
  await client.query(`SELECT "searchItem"(i) FROM "Item" i WHERE i.id < $1`, [idOf("item", 1_000)]);
  await client.query(`SELECT "searchWholeIssue"(i) FROM "Issue" i WHERE i.id < $1 AND state = 'distributed'`, [
    idOf("issue", 20),
  ]);
  const { rows } =
    await client.query(`SELECT d.tokens, left(d.body, 80) AS body FROM before b FULL JOIN "SearchDocument" d USING (id)
    WHERE b.place IS DISTINCT FROM d.ctid::text LIMIT 3`);
  if (rows.length) throw new Error(`the filling is not what the triggers write: ${JSON.stringify(rows)}`);
}
