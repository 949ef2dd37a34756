import type { Day } from "@/lib/dates";

/** An official with the titles held and when; `to` is null while a title is held. */
export type Official = {
  id: string;
  name: string;
  rank: number;
  tenures: { title: string; from: Day; to: Day | null }[];
};

/** The title held on `day`, the latest where tenures overlap; empty if none was held. */
export function titleHeld({ tenures }: Official, day: Day): string {
  const held = tenures.filter(({ from, to }) => from <= day && (!to || to >= day));
  return held.sort((a, b) => (a.from < b.from ? 1 : -1))[0]?.title ?? "";
}
