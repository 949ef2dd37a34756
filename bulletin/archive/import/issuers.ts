import { db } from "@/lib/db";

type File = { id: string; publicationId: string | null; issuers: string[] };

/**
 * The files whose issues name an issuing office that is not their publication's (`other`), or none at all (`none`): any
 * city has its 工作周报. What an office was called in an earlier year is known once a person has archived a file of it,
 * and so is that a masthead names nobody. Only what is in no doubt is archived unseen, so nothing is learnt from that.
 */
export async function issuersDoubted(files: File[]): Promise<Map<string, "other" | "none">> {
  const known = await knownIssuers([...new Set(files.flatMap(({ publicationId }) => publicationId ?? []))]);
  return new Map(
    files.flatMap(({ id, publicationId, issuers }): [string, "other" | "none"][] => {
      const names = known.get(publicationId ?? "");
      if (!names) return [];
      const strange = issuers.map(shortened).filter((each) => !names.has(each));
      if (!strange.length) return [];
      return [[id, strange.some((each) => each !== "") ? "other" : "none"]];
    }),
  );
}

/** By the publication: its own office, also with its city before it, and those that were read in what a person has archived of it. */
async function knownIssuers(ids: string[]): Promise<Map<string, Set<string>>> {
  const publications = await db.publication.findMany({
    where: { id: { in: ids } },
    select: { id: true, issuer: true, region: true },
  });
  const archived = await db.$queryRaw<{ publicationId: string; issuer: string }[]>`
    SELECT DISTINCT "publicationId", unnest(issuers) AS issuer FROM "ImportedFile"
    WHERE "publicationId" = ANY(${ids}::uuid[]) AND state = 'archived'`;
  return new Map(
    publications.map(({ id, issuer, region }) => {
      const learnt = archived.flatMap((each) => (each.publicationId === id ? each.issuer : []));
      return [id, new Set([issuer, `${region}${issuer}`, ...learnt].map(shortened))];
    }),
  );
}

/** 中共青禾市委办公室 and 青禾市委办公室, 青禾市人民政府办公室 and 青禾市政府办公室 are one office. */
function shortened(issuer: string): string {
  return issuer.replace(/\s/g, "").replace(/^中共/, "").replaceAll("人民政府", "政府");
}
