import { Refusal } from "@/lib/refusal";

/** The file of a year is not whole, or was changed, at this place in it. */
export function broken(path: string): Refusal {
  return new Refusal("yearFileBroken", { field: "file", values: { path } });
}
