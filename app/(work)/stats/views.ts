import type { Selection } from "@/bulletin/archive/statistics/selection";

export const views = ["overview", "sections", "officials", "calendar", "silent", "editing"] as const;
export type View = (typeof views)[number];

/** Who is silent is told to the secretariat alone: an office knows of itself. */
export const viewsFor = ({ whole }: Selection): View[] => views.filter((view) => whole || view !== "silent");
