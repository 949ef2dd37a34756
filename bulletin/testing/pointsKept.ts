import type { Actor } from "@/lib/actor";
import { type Day, today } from "@/lib/dates";
import type { Rules } from "../archive/points/book";
import { enterRuleSet, ruleSetSchema, ruleSets } from "../archive/points/ruleSets";
import { turnPointsOn } from "../archive/points/switches";
import { keepLevels, relayLevels } from "../archive/relays/levels";
import { recordRelay, relaySchema } from "../archive/relays/relay";
import type { House } from "./people";
import type { Publication } from "./publications";

/** A rule set as a form sends it: 3 points for a story and 1 for a brief, at each level 2 relayed and 5 adopted. */
export function typedRules({ id: publicationId }: Publication, levelIds: string[] = [], given: object = {}) {
  const levels = Object.fromEntries(levelIds.map((id) => [id, { relayed: "2", adopted: "5" }]));
  return {
    rows: [
      { publicationId, kind: "story", own: "3", levels },
      { publicationId, kind: "brief", own: "1", levels: {} },
    ],
    instructions: { own: "0", levels: {} },
    merge: { how: "split", fixed: "" },
    repeat: "sum",
    groups: [] as object[],
    ranked: false,
    ...given,
  };
}

/** What the form of an editor sends whose page is fresh. */
export async function ruleSetFrom(editor: Actor, from: Day, rules: object, id = "") {
  return ruleSetSchema.parse({ id, seen: (await ruleSets(editor)).stamp, from, rules });
}

type Given = { rules?: object; from?: Day };

/** Points on for the house's publication since the beginning of the year, with rules and the levels 市级 and 国家级. */
export async function pointsOn(people: House, { rules = {}, from = `${today().slice(0, 4)}-01-01` }: Given = {}) {
  const { editor, publication } = people;
  await turnPointsOn(editor, { publicationId: publication.id, from });
  await keepLevels(editor, { levels: ["市级", "国家级"] });
  const levelIds = (await relayLevels(editor)).map(({ id }) => id);
  const typed = typedRules(publication, levelIds, rules);
  const id = await enterRuleSet(editor, await ruleSetFrom(editor, from, typed));
  return { rulesId: id, levelIds, typed };
}

type RelayGiven = {
  levelId: string;
  publication?: string;
  on?: Day;
  adoptedOn?: Day | null;
  instructedOn?: Day | null;
};

/** Recorded as the form sends it. */
export function relayed(editor: Actor, entryId: string, given: RelayGiven): Promise<string> {
  return recordRelay(editor, relaySchema.parse({ entryId, publication: "政协信息", on: today(), ...given }));
}

export const rulesOf = (typed: object): Rules => ruleSetSchema.shape.rules.parse(typed);
