import { Client } from "pg";
import { dropIndexes, enterTexts, finishIndex, type Numbers, prepareIndex, writingDocuments } from "./documents";
import { anOffice, enterHouse, firstReader, idOf, lists, officialNames, officials, onList, readers } from "./house";
import { enterPast, pastIssues, takeSample } from "./past";
import { type Draw, drawFrom, sentences } from "./words";

/** Items around one issue: 25 are adopted into it, the others merged, returned, withdrawn, declined, or waiting. */
const around = 42;
const batch = 60;
const beginning = Date.UTC(2016, 0, 4);
const days = 3_650;

/**
 * Fills an empty migrated database with ten years: `count` items of 500 characters by 60 offices,
 * two publications, issues of 25 entries and the imported ones of the years before, deliveries of which the first reader has a tenth, and the
 * record. In batches, by statements instead of domain functions, with triggers at rest: whatever is
 * derived is made at the end: the index of search, the tables of the statistics. `url` is a superuser's.
 */
export async function fill(url: string, count: number): Promise<{ items: number; issues: number }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica; SET synchronous_commit = off");
    // It would analyse again and again what is only half there; at the end all of it is.
    await client.query("ALTER SYSTEM SET autovacuum = off");
    await client.query("SELECT pg_reload_conf()");
    await enterHouse(client);
    await client.query(`CREATE TEMP TABLE on_list AS ${onList}`);
    const indexes = await dropIndexes(client);
    const numbers = await prepareIndex(client);
    const issues = Math.max(1, Math.round(count / around));
    const draw = drawFrom(count);
    let written: Promise<unknown> = Promise.resolve();
    for (let from = 0; from < issues; from += batch) {
      const made = itemsOf(draw, { from, until: Math.min(issues, from + batch) });
      await written;
      await enterBatch(client, made, { from, issues, numbers });
      // In one go, so that the next batch is thought up meanwhile.
      written = client.query([...writing, ...writingDocuments, "COMMIT"].join(";\n"));
      // The plans of functions were made when there was nothing: with each doubling they are made anew.
      if (Math.log2(from / batch) % 1 === 0) written = written.then(() => client.query("ANALYZE"));
    }
    await written;
    await client.query(takeSample);
    const past = pastIssues(issues * around, issues);
    await enterPast(client, past);
    await client.query(counters);
    await finishIndex(client, indexes);
    await client.query(`SELECT "countAll"()`);
    await client.query("VACUUM ANALYZE");
    await client.query("ALTER SYSTEM RESET autovacuum");
    await client.query("SELECT pg_reload_conf()");
    return { items: issues * around, issues: issues + past };
  } finally {
    await client.end();
  }
}

type Made = ReturnType<typeof oneItem>;

function itemsOf(draw: Draw, { from, until }: { from: number; until: number }): Made[] {
  const made: Made[] = [];
  for (let item = from * around; item < until * around; item++) made.push(oneItem(draw, item));
  return made;
}

type Batch = { from: number; issues: number; numbers: Numbers };

/** Opens a batch: its issues and items in tables of their own, out of which `writing` fills those of the product. */
async function enterBatch(client: Client, made: Made[], { from, issues, numbers }: Batch): Promise<void> {
  const dates = Array.from({ length: made.length / around }, (_, at) =>
    new Date(beginning + Math.floor(((from + at) / issues) * days) * 86_400_000).toISOString().slice(0, 10),
  );
  await client.query(`BEGIN; ${tables}`);
  await client.query(
    `INSERT INTO issued SELECT b, b % 2, d, extract(year FROM d), b >= $3 FROM unnest($1::int[], $2::date[]) AS u(b, d)`,
    [dates.map((_, at) => from + at), dates, issues - 100],
  );
  await client.query(
    `INSERT INTO made SELECT n, n / ${around}, n % ${around}, o, k::"Kind", string_to_array(NULLIF(h, ''), E'\\n'), p, string_to_array(w, ',')::uuid[],
       (SELECT jsonb_agg(jsonb_build_object('type', 'paragraph', 'runs', jsonb_build_array(jsonb_build_object('text', t))))
        FROM unnest(string_to_array(p, E'\\n')) t)
     FROM unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[]) AS u(n, o, k, h, p, w)`,
    [
      made.map(({ item }) => item),
      made.map(({ office }) => office),
      made.map(({ kind }) => kind),
      made.map(({ headline }) => headline),
      made.map(({ text }) => text),
      made.map(({ named }) => named.map((at) => idOf("official", at)).join(",")),
    ],
  );
  await enterTexts(client, made, numbers);
}

/** A story has a headline of two lines and four paragraphs, a brief one paragraph; both name officials. */
function oneItem(draw: Draw, item: number) {
  const story = item % 5 < 3;
  const first = Math.floor(officials * draw() ** 2);
  const named = [...new Set([first, Math.floor(officials * draw() ** 2)])].sort((a, b) => a - b);
  const opening = `${named.map((at) => officialNames[at]).join("、")}出席。`;
  const headline = story ? `${sentences(draw, 13).slice(0, -1)}\n${sentences(draw, 13).slice(0, -1)}` : "";
  const lengths = story ? [116 - opening.length, 120, 120, 120] : [500 - opening.length];
  const text = lengths.map((length, at) => (at ? "" : opening) + sentences(draw, length)).join("\n");
  return { item, office: anOffice(draw), kind: story ? "story" : "brief", headline, text, named };
}

const tables = `
  CREATE TEMP TABLE issued (b int, pub int, date date, year int, late boolean) ON COMMIT DROP;
  CREATE TEMP TABLE made (n int, b int, p int, office int, kind "Kind", headline text[], text text, named uuid[],
    blocks jsonb) ON COMMIT DROP`;

const id = (kind: number | string, number: string) =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
/** Sent some days before the issue, handled a day or two later. */
const sent = `(i.date - (2 + m.p % 5) + time '01:00' + m.p * interval '7 minutes') AT TIME ZONE 'UTC'`;
const handled = `(i.date - m.p % 2 + time '03:00') AT TIME ZONE 'UTC'`;
const out = `(i.date + time '06:00') AT TIME ZONE 'UTC'`;
const editor = { id: `'${idOf("account", 60)}'::uuid`, name: "'人60'" };
const section = "(m.b + m.p / 5) % 8";
/** One beside each of the latest hundred issues waits: no desk leaves the items of ten years unanswered. */
const waits = "(m.p = 41 AND i.late)";
const state = `(CASE WHEN m.p < 25 THEN 'published' WHEN m.p = 25 THEN 'merged' WHEN m.p < 29 THEN 'returned'
  WHEN m.p = 29 THEN 'withdrawn' WHEN ${waits} THEN 'submitted' ELSE 'declined' END)`;
/** What the editor added to every tenth entry. */
const added = `'[{"type":"paragraph","runs":[{"text":"编者按：本条有删改。"}]}]'::jsonb`;
const edited = `CASE WHEN m.p % 10 = 0 THEN m.blocks || ${added} ELSE m.blocks END`;

const writing = [
  `INSERT INTO "Item" (id, "officeId", "authorId", state, kind, version, submissions, headline, "publicationId", "sectionId",
     date, "officialIds", blocks, "imageIds", plain, "createdAt", "updatedAt", "submittedAt", "handledAt")
   SELECT ${id(5, "m.n")}, ${id(0, "m.office")}, ${id(1, "m.office")}, ${state}::"ItemState", m.kind, 3, 1, coalesce(m.headline, '{}'),
     ${id(3, "i.pub")}, ${id(4, `i.pub * 8 + ${section}`)}, i.date - (2 + m.p % 5), m.named, m.blocks, '{}',
     concat_ws(E'\\n', array_to_string(m.headline, E'\\n'), m.text), ${sent}, ${handled}, ${sent},
     CASE WHEN NOT ${waits} THEN ${handled} END
   FROM made m JOIN issued i USING (b)`,
  `INSERT INTO "Submission" ("itemId", number, at, "byId", content, "imageIds")
   SELECT ${id(5, "m.n")}, 1, ${sent}, ${id(1, "m.office")}, jsonb_build_object('headline', coalesce(m.headline, '{}'), 'blocks', m.blocks,
     'date', i.date - (2 + m.p % 5), 'place', '', 'officialIds', m.named, 'note', ''), '{}'
   FROM made m JOIN issued i USING (b)`,
  `INSERT INTO "IssueSection" (id, "issueId", title, style, "order")
   SELECT ${id(7, "i.b * 5 + k")}, ${id(6, "i.b")}, s.title, s.style, k
   FROM issued i, generate_series(0, 4) k, "Section" s WHERE s.id = ${id(4, "i.pub * 8 + (i.b + k) % 8")}`,
  `INSERT INTO "Entry" (id, "issueId", "sectionId", "itemId", submission, kind, "order", version, headline, date, "officialIds",
     blocks, "imageIds")
   SELECT ${id(8, "m.b * 25 + m.p")}, ${id(6, "m.b")}, ${id(7, "m.b * 5 + m.p / 5")}, ${id(5, "m.n")}, 1, m.kind, m.p % 5,
     CASE WHEN m.p % 10 = 0 THEN 2 ELSE 1 END, coalesce(m.headline, '{}'), i.date - (2 + m.p % 5), m.named, ${edited}, '{}'
   FROM made m JOIN issued i USING (b) WHERE m.p < 25`,
  `INSERT INTO "EntryRevision" ("entryId", version, at, "byId", "byName", headline, blocks, reason)
   SELECT ${id(8, "m.b * 25 + m.p")}, 2, ${handled}, ${editor.id}, ${editor.name}, coalesce(m.headline, '{}'), ${edited}, '统一体例'
   FROM made m JOIN issued i USING (b) WHERE m.p < 25 AND m.p % 10 = 0`,
  `INSERT INTO "Issue" (id, "publicationId", state, version, year, number, date, lists, imprint, "compilerIds", "signedAt", "distributedAt",
     content, "contentHash", "createdAt", "updatedAt", "periodFrom", "periodTo")
   SELECT ${id(6, "i.b")}, p.id, 'distributed', 5, i.year, i.b + 1, i.date, '[]', '{}', ARRAY[${editor.id}], ${out}, ${out},
     jsonb_build_object('publication', p.name, 'region', p.region, 'issuer', p.issuer, 'marking', 'ordinary', 'layout', p.layout,
       'series', 'regular', 'year', i.year, 'number', i.b + 1, 'total', NULL, 'date', i.date, 'editorNote', '', 'lists', '[]'::jsonb,
       'imprint', '{"editors":"","reviewers":"","signer":"","phone":"","email":"","copies":0}'::jsonb, 'sections', (
         SELECT jsonb_agg(jsonb_build_object('title', s.title, 'style', s.style, 'entries', (
           SELECT jsonb_agg(jsonb_build_object('id', ${id(8, "m.b * 25 + m.p")}, 'kind', m.kind, 'headline', coalesce(m.headline, '{}'),
             'office', '单位' || m.office, 'date', i.date - (2 + m.p % 5), 'place', '', 'blocks', ${edited}) ORDER BY m.p)
           FROM made m WHERE m.b = i.b AND m.p < 25 AND m.p / 5 = s."order")) ORDER BY s."order")
         FROM "IssueSection" s WHERE s."issueId" = ${id(6, "i.b")})),
     'none', ${out}, ${out}, i.date - 7, i.date - 1
   FROM issued i JOIN "Publication" p ON p.id = ${id(3, "i.pub")}`,
  `INSERT INTO "Delivery" (id, "issueId", "accountId", labels, "order", "deliveredAt", "openedAt", "acknowledgedAt")
   SELECT ${id(9, `i.b * ${readers} + l.r`)}, ${id(6, "i.b")}, ${id(1, `${firstReader} + l.r`)}, '{各位}', l.r, ${out},
     ${out} + interval '1 hour', ${out} + interval '2 hours'
   FROM issued i JOIN on_list l ON l.l = i.b / 2 % ${lists}`,
  `INSERT INTO "Instruction" (id, "issueId", "entryId", text, drawing, about, "leaderId", "leaderName", "givenAt", "updatedAt")
   SELECT ${id("a", "i.b")}, ${id(6, "i.b")}, ${id(8, "i.b * 25")}, '请有关部门研究办理。', '[]',
     coalesce(array_to_string(m.headline, ''), ''), ${id(1, String(firstReader))}, '人${firstReader}', ${out}, ${out}
   FROM issued i JOIN made m ON m.b = i.b AND m.p = 0 WHERE i.b % 40 = 6`,
  `INSERT INTO "Event" (at, "actorId", "actorName", act, "itemId", "issueId", "entryId", detail)
   SELECT ${sent}, ${id(1, "m.office")}, '人' || m.office, 'submit', ${id(5, "m.n")}, NULL::uuid, NULL::uuid, '{"number":1}'::jsonb
   FROM made m JOIN issued i USING (b)
   UNION ALL SELECT ${handled}, ${editor.id}, ${editor.name}, 'adopt', ${id(5, "m.n")}, ${id(6, "m.b")}, ${id(8, "m.b * 25 + m.p")},
     jsonb_build_object('number', 1) FROM made m JOIN issued i USING (b) WHERE m.p < 25
   UNION ALL SELECT ${handled}, ${editor.id}, ${editor.name}, CASE WHEN m.p < 29 THEN 'return' ELSE 'decline' END, ${id(5, "m.n")}, NULL, NULL,
     '{"reason":"other","words":"","phone":""}' FROM made m JOIN issued i USING (b) WHERE m.p > 25 AND m.p <> 29 AND NOT ${waits}
   UNION ALL SELECT ${out}, ${editor.id}, ${editor.name}, 'publish', ${id(5, "m.n")}, NULL, ${id(8, "m.b * 25 + m.p")},
     jsonb_build_object('issueId', ${id(6, "m.b")}, 'number', m.b + 1) FROM made m JOIN issued i USING (b) WHERE m.p < 25
   UNION ALL SELECT ${out}, ${editor.id}, ${editor.name}, 'distribute', NULL, ${id(6, "i.b")}, NULL, '{}' FROM issued i`,
];

const counters = `INSERT INTO "Counter" ("publicationId", series, year, last)
  SELECT "publicationId", 'regular', year, max(number) FROM "Issue" GROUP BY 1, 3`;
