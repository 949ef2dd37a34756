export type Uploaded = { id: string; width: number; height: number } | { sentence: string | null };

/** Sends one picture. `sentence` says why it was not taken; null when the line broke. */
export async function uploadImage(file: File): Promise<Uploaded> {
  const data = new FormData();
  data.set("image", file);
  try {
    const response = await fetch("/images", { method: "POST", body: data });
    const answer = (await response.json()) as Uploaded;
    return response.ok ? answer : { sentence: "sentence" in answer ? answer.sentence : null };
  } catch {
    // No answer, or none that can be read: the line broke on the way.
    return { sentence: null };
  }
}
