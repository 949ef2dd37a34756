import { db } from "@/lib/db";

type File = { id: string; publicationId: string | null; issuers: string[] };

/**
 * The files whose issues name an issuing office that is not their publication's (`other`), or none at all (`none`): any
 * city has its 工作周报. What an office was called in an earlier year is known once a person has archived a file of it.
 */
export async function issuersDoubted(files: File[]): Promise<Map<string, "other" | "none">> {
  const ids = [...new Set(files.flatMap(({ publicationId }) => publicationId ?? []))];
  const known = await knownIssuers(ids);
  return new Map(
    files.flatMap(({ id, publicationId, issuers }): [string, "other" | "none"][] => {
      const names = known.get(publicationId ?? "");
      if (!names) return [];
      const read = issuers.map(shortened);
      if (read.some((each) => each && !names.some((name) => name.includes(each) || each.includes(name))))
        return [[id, "other"]];
      return read.includes("") ? [[id, "none"]] : [];
    }),
  );
}

/** By the publication: its own office, and those that were read in what a person has archived of it. */
async function knownIssuers(ids: string[]): Promise<Map<string, string[]>> {
  const publications = await db.publication.findMany({
    where: { id: { in: ids } },
    select: { id: true, issuer: true },
  });
  const archived = await db.$queryRaw<{ publicationId: string; issuer: string }[]>`
    SELECT DISTINCT "publicationId", unnest(issuers) AS issuer FROM "ImportedFile"
    WHERE "publicationId" = ANY(${ids}::uuid[]) AND state = 'archived'`;
  return new Map(
    publications.map(({ id, issuer }) => [
      id,
      [issuer, ...archived.flatMap((each) => (each.publicationId === id ? each.issuer : []))]
        .map(shortened)
        .filter(Boolean),
    ]),
  );
}

/** 青禾市人民政府办公室 and 青禾市政府办公室 are one office. */
function shortened(issuer: string): string {
  return issuer.replace(/\s/g, "").replace(/^中共/, "").replaceAll("人民政府", "政府");
}
