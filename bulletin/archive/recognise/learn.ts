import { shapeOf } from "./characters";
import type { Label } from "./labels";
import { leadOf } from "./leads";
import type { Piece } from "./pieces";
import { type Profile, titleRoles } from "./profile";
import { markedOf } from "./styles";

/** Labels under which a line is the same on each issue: it is known again by its text. */
const recurring: Label[] = ["furniture", "leftover", "marking", "slogan", "section", "publication", "region", "issuer"];

/**
 * What a person's corrections say about the publication. `before` is what was recognised, `after` what they
 * made of it. Only what they changed is learnt, and a later correction overrules an earlier one.
 */
export function learn(before: Piece[], after: Piece[], profile: Profile): Profile {
  const labelsBefore = new Map(before.map(({ id, label }) => [id, label]));
  const learnt: Profile = {
    ...profile,
    ...{ styles: { ...profile.styles }, leads: { ...profile.leads }, lines: { ...profile.lines } },
  };
  for (const piece of after) {
    const was = labelsBefore.get(piece.id);
    if (was !== undefined && was !== piece.label) learnFrom(learnt, piece, was);
  }
  return learnt;
}

function learnFrom(profile: Profile, piece: Piece, was: Label): void {
  const { label, text } = piece;
  const { style, title } = markedOf(text);
  const shape = shapeOf(title);
  if (label === "publication") profile.publication = title.replace(/\s+/g, "");
  if (label === "region") profile.region = title.replace(/\s+/g, "");
  // What has no marks of its own is known by its words alone.
  const role = titleRoles.find((each) => each === label);
  const isTitle = was === "section" || was === "headline" || was.startsWith("heading") || role !== "paragraph";
  if (role && style !== "plain" && isTitle) profile.styles[style] = role;
  if (label === "brief" || was === "brief") {
    const lead = leadOf(text);
    if (lead) profile.leads[lead.kind] = label === "brief";
  }
  if (!shape || shape.length > 60) return;
  if (recurring.includes(label)) profile.lines[shape] = label;
  else if (profile.lines[shape]) delete profile.lines[shape];
}
