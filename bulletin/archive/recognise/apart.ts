import { apart } from "@/lib/apart";
import { noProfile, type Profile } from "./profile";
import { type Found, recognise } from "./recognise";

/** What a recogniser is asked: see recogniser.ts. */
export type Question = { text: string; profile: Profile };

const recogniser = apart<Question, Found>("bulletin", "archive", "recognise", "recogniser.ts");

/** What is recognised in 30 ms or so, sooner than it is handed over: characters, and lines, which cost as much. */
const short = { characters: 20_000, lines: 400 };

/**
 * As `recognise`, a long text in a process of its own: ten years in one file take seconds, in which nobody else
 * would be answered. Refused: more time or memory than a file of the longest that is read needs.
 */
export async function recogniseApart(text: string, profile: Profile = noProfile): Promise<Found> {
  const isShort = text.length <= short.characters && text.split("\n", short.lines + 1).length <= short.lines;
  return isShort ? recognise(text, profile) : recogniser({ text, profile });
}
