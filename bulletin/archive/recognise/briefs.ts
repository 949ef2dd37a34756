import type { Flow } from "./flow";
import type { State } from "./labelText";
import { isBullet, type Lead } from "./leads";
import { overlap } from "./overlap";
import type { Profile } from "./profile";
import type { Why } from "./whys";

export function isAfterColon({ last }: State): boolean {
  return last?.ending === "colon" || last?.ending === "clause" || last?.label === "listItem";
}

type Briefness = { brief: boolean; confidence: number; why?: Why };

/** Whether a paragraph is a brief of its own, or goes on with the entry above it. */
export function briefness(nodes: Flow[], at: number, state: State, profile: Profile): Briefness {
  const { line } = nodes[at] as Flow;
  const lead = line.lead;
  const no = (confidence = 0.95, why?: Why) => ({ brief: false, confidence, why });
  const yes = (confidence: number, why: Why) => ({ brief: true, confidence, why });
  if (lead && profile.leads[lead.kind] !== undefined) {
    const isOne = profile.leads[lead.kind] === true && !(state.headlineLines > 0 && !isBullet(lead.kind));
    return isOne ? yes(0.97, "profile") : state.hasEntry ? no() : yes(0.6, "noHeadline");
  }
  if (state.headlineLines > 0) return no();
  if (state.hasHeadline && !state.isBrief) return withinStory(nodes, at, state);
  if (!state.hasSections && state.hasEntry && state.isBrief && !lead) return no(0.8);
  if (lead) return yes(isBullet(lead.kind) || lead.kind === "date" ? 0.95 : 0.8, whyOf(lead));
  if (!state.hasEntry) return yes(0.7, "noHeadline");
  // Others here are led by a date or a mark: this one goes on with the brief above it.
  return state.hasLeads || !state.hasSections ? no(0.7, "noLead") : yes(0.55, "noHeadline");
}

function whyOf({ kind }: Lead): Why {
  if (kind === "date" || kind === "vague" || kind === "office") return kind;
  return kind === "1." ? "number" : "mark";
}

/** After a story: a brief is led by a mark, or by a date and speaks of something else. */
function withinStory(nodes: Flow[], at: number, state: State): Briefness {
  const { line } = nodes[at] as Flow;
  const lead = line.lead;
  const isList = isAfterColon(state);
  if (!state.hasSections || !lead || state.paragraphs === 0) return { brief: false, confidence: 0.95 };
  if (isBullet(lead.kind) && lead.kind !== "-" && !isList)
    return { brief: true, confidence: 0.85, why: "mark" as const };
  if (lead.kind !== "date" || line.ending === "colon") return { brief: false, confidence: 0.9 };
  // 12月28日，委员们还视察了…: the same story goes on.
  if (/^[^，。]{3,16}，[^，。]{0,6}[还又]/.test(line.read)) return { brief: false, confidence: 0.8, why: "sameMatter" };
  const shared = overlap(state.headline, line.text.slice(0, 200));
  const isOther = shared < 0.2;
  return { brief: isOther, confidence: 0.6, why: isOther ? "otherMatter" : "sameMatter" };
}
