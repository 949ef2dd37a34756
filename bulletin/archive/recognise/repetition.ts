import { isOf } from "./labels";
import { type Line, say } from "./lines";
import { bigramsOf, overlap, shareOf } from "./overlap";

const shortest = 15;
const longest = 200_000;
const alike = 0.9;

/**
 * Marks what was read twice within an issue: a paragraph that stood there already, word for word anywhere
 * before, nearly or as a part just before; and one whose sentences all say the headline again.
 */
export function markRepetitions(lines: Line[]): void {
  const seen = new Set<string>();
  let recent: string[] = [];
  let headline = "";
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (line.label === "headline" || line.label === "kicker") headline = "";
    if (["kicker", "headline", "headlineLine"].includes(line.label ?? "")) headline += line.read;
    if (line.label !== "paragraph" && line.label !== "brief" && line.label !== "opening") continue;
    const whole = wholeOf(lines, at);
    const text = whole.length > longest ? "" : bare(whole);
    if (text.length < shortest) continue;
    const isRepeated = seen.has(text) || recent.some((each) => isNearly(text, each)) || saysHeadline(line, headline);
    if (isRepeated) say(line, "repetition", seen.has(text) ? 0.95 : 0.75, "readTwice");
    seen.add(text);
    recent = [...recent.slice(-2), text];
  }
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

function wholeOf(lines: Line[], at: number): string {
  const parts = [lines[at]?.text ?? ""];
  for (let next = at + 1; next < lines.length; next += 1) {
    const { label, text } = lines[next] as Line;
    if (label === "continued") parts.push(text);
    else if (label === null || !isOf("aside", label)) break;
  }
  return parts.join("");
}

function isNearly(text: string, before: string): boolean {
  if (before.includes(text) && text.length > 25) return true;
  // What a reader saw twice differs here and there, but hardly at both ends.
  if (text.slice(0, 6) !== before.slice(0, 6) && text.slice(-6) !== before.slice(-6)) return false;
  if (Math.min(text.length, before.length) / Math.max(text.length, before.length) < 0.85 || text.length > 20_000)
    return false;
  // Two briefs of one week differ in their day alone: what is read twice has the same figures.
  if (figuresOf(text) !== figuresOf(before)) return false;
  const [some, other] = [bigramsOf(text), bigramsOf(before)];
  return shareOf(some, other) >= alike && shareOf(other, some) >= alike;
}

function figuresOf(text: string): string {
  return text.normalize("NFKC").replace(/\D+/g, " ").trim();
}

function saysHeadline({ text }: Line, headline: string): boolean {
  if (!headline || text.length > 1_000) return false;
  const sentences = text.split(/[。！？]/).filter((each) => each.trim().length > 5);
  return sentences.length > 1 && sentences.every((each) => overlap(each, headline) >= 0.85);
}
