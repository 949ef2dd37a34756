import type { Client } from "pg";
import type { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import type { Draw } from "./words";

/** Ids that say what they are: the kind, then the number. Valid, and in the order in which they were made. */
export function idOf(kind: keyof typeof kinds, number: number): string {
  return `0190000${kinds[kind]}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

export const kinds = {
  ...{ office: 0, account: 1, official: 2, publication: 3, section: 4, item: 5 },
  ...{ issue: 6, issueSection: 7, entry: 8, delivery: 9, instruction: "a" },
} as const;

export const offices = 60;
export const officials = 60;
const sectionsEach = 8;
/** Readers who stay, and those by whom the versions of a list differ: each is on it or not, as a digit of its number says. */
const steady = 41;
const changing = 6;
export const readers = steady + changing + 1;
/** Named lists in their versions, over the years. Two readers are on every tenth of them. */
export const lists = 500;

/** Who is on which list. The first reader is always one of the same readers, the last one of fifty different sets. */
export const onList = `SELECT l, r FROM generate_series(0, ${lists} - 1) l, generate_series(0, ${readers} - 1) r
  WHERE CASE
    WHEN r = 0 THEN l % 10 = 3
    WHEN r = ${readers} - 1 THEN l % 10 = 7
    WHEN r >= ${steady} THEN l % 10 = 7 AND (l / 10) >> (r - ${steady}) & 1 = 1
    ELSE (l * 7 + r * 13) % 10 < 1 + r % 5 END`;

const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const given = "建国志明秀英文清伯言承岳砚秋若兰晓禾知夏润生听松予安书衡";

/** Two or three characters, none twice. */
export const officialNames: string[] = Array.from({ length: officials }, (_, at) => {
  const second = given[(at * 2) % given.length] ?? "";
  const third = at % 3 ? (given[(at * 7 + 1) % given.length] ?? "") : "";
  return `${surnames[at % surnames.length]}${second}${third}`;
});

const sectionTitles = ["重要活动", "领导活动", "提案工作", "调研视察", "委员风采", "县区动态", "文史资料", "机关建设"];
const publicationNames = ["工作周报", "信息快报"];

/** An office sends the more, the earlier it stands: as in life, a few send most. */
export function anOffice(draw: Draw): number {
  return Math.min(offices - 1, Math.floor(offices * draw() ** 1.8));
}

/** Offices, people, roster, two publications with their sections. */
export async function enterHouse(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO "Office" (id, name, "shortName", kind, "order")
     SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '云川第' || n || '单位政协', '单位' || n,
       CASE n WHEN 0 THEN 'secretariat' ELSE 'county' END::"OfficeKind", n FROM generate_series(0, $1::int - 1) n`,
    [offices],
  );
  await client.query(
    `INSERT INTO "Official" (id, name, rank) SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[])`,
    [officialNames.map((_, at) => idOf("official", at)), officialNames, officialNames.map((_, at) => at + 1)],
  );
  await client.query(
    `INSERT INTO "OfficialTitle" (id, "officialId", title, "from", "to")
     SELECT gen_random_uuid(), id, t, f, u FROM "Official",
       (VALUES ('市政协副主席', date '2014-01-01', date '2020-12-31'), ('市政协主席', date '2021-01-01', NULL)) v(t, f, u)`,
  );
  await enterPeople(client);
  for (const [at, name] of publicationNames.entries()) {
    await client.query(
      `INSERT INTO "Publication" (id, name, region, issuer, layout, "order", imprint)
       VALUES ($1, $2, '云川市', '云川市政协办公室', 'weekly', $3, '{}')`,
      [idOf("publication", at), name, at],
    );
    for (const [order, title] of sectionTitles.entries())
      await client.query(
        `INSERT INTO "Section" (id, "publicationId", title, style, "order") VALUES ($1, $2, $3, $4, $5)`,
        [
          idOf("section", at * sectionsEach + order),
          idOf("publication", at),
          title,
          order % 2 ? "brief" : "story",
          order,
        ],
      );
  }
}

/** A contributor in each office, then an editor, a reviewer, a signer and the readers. */
const secretariat = { editor: offices, reviewer: offices + 1, signer: offices + 2 };
export const firstReader = offices + 3;

async function enterPeople(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO "Account" (id, account, name, "passwordHash", "officeId", "createdAt", "officialId")
     SELECT ('01900001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'person' || n, '人' || n, 'none',
       ('01900000-0000-7000-8000-' || lpad(to_hex(CASE WHEN n < $2 THEN n ELSE 0 END), 12, '0'))::uuid, '2015-01-01',
       CASE WHEN n = $3 THEN $4::uuid END
     FROM generate_series(0, $1::int - 1) n`,
    [firstReader + readers, offices, firstReader, idOf("official", 0)],
  );
  await client.query(
    `INSERT INTO "RoleGrant" ("accountId", role, "grantedAt")
     SELECT id, (CASE WHEN n < $1 THEN 'contributor' WHEN n = $1 THEN 'editor' WHEN n = $1 + 1 THEN 'reviewer'
       WHEN n = $1 + 2 THEN 'signer' ELSE 'reader' END)::"Role", '2015-01-01'
     FROM (SELECT id, substr(account, 7)::int AS n FROM "Account") a`,
    [offices],
  );
}

/**
 * People of the house, as a session makes the actors: each of two readers has a tenth of all issues before them,
 * one as one of the same set of readers, the other as one of many.
 */
export const people = {
  reader: person(firstReader, ["reader"], 0),
  readerOfMany: person(firstReader + readers - 1, ["reader"], 0),
  contributor: person(7, ["contributor"], 7),
  editor: person(secretariat.editor, ["editor"], 0),
  reviewer: person(secretariat.reviewer, ["reviewer"], 0),
  signer: person(secretariat.signer, ["signer"], 0),
};

function person(number: number, roles: Role[], officeNumber: number): Actor {
  const own = { id: idOf("account", number), account: `person${number}`, name: `人${number}`, phone: "" };
  const at = { officeId: idOf("office", officeNumber), officeName: `云川第${officeNumber}单位政协` };
  return { ...own, ...at, roles, officialId: number === firstReader ? idOf("official", 0) : null, principals: [] };
}
