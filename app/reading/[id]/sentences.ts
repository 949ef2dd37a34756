import { placeOfStory } from "./placeOfStory";

/** The sentences of a story as they stand on the page, for choosing one. */
export function sentencesOf(storyId: string): string[] {
  if (typeof document === "undefined") return [];
  const paragraphs = document.getElementById(placeOfStory(storyId))?.querySelectorAll("[data-text] p, [data-text] li");
  return [...(paragraphs ?? [])]
    .flatMap((each) => (each.textContent ?? "").match(/[^。！？；]+[。！？；]?[”’」』）]*/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 3 && sentence.length <= 500);
}
