/**
 * The demonstration's city as plain data. `seeds/` plays it through the domain functions, so every
 * state in the demonstration is one that a person could have reached.
 */
export type OfficeCode = string;

export type SeedOffice = {
  code: OfficeCode;
  name: string;
  shortName: string;
  parent?: OfficeCode;
  kind: "secretariat" | "county" | "committee";
  phone: string;
  /** Items of this office wait for its own lead before they leave it. */
  signOff?: boolean;
};

export type SeedOfficial = {
  name: string;
  office: OfficeCode;
  /** 1 is the highest. */
  rank: number;
  titles: { title: string; from: string; to?: string }[];
};

export type SectionCode = "spirit" | "meetings" | "activities" | "leaders" | "counties" | "committees";

export type SeedText = {
  office: OfficeCode;
  kind: "story" | "brief";
  section: SectionCode;
  /** Weeks before the current one; 0 is this week. */
  week: number;
  /** 1 Monday … 7 Sunday: the day of the activity. `{date}` in the text becomes that day (5月7日). */
  weekday: number;
  /** One to three lines; empty for a brief. */
  headline: string[];
  place?: string;
  officials: string[];
  /** One string a paragraph. `# ` and `## ` open a heading, `**…**` is bold. */
  paragraphs: string[];
  photographs?: { scene: Scene; caption: string; afterParagraph: number }[];
  /** What the editor made of it: the paragraphs as printed, where they differ, and why. */
  edited?: { paragraphs: string[]; headline?: string[]; reason: string };
  /** What became of it, where it was not simply published. */
  fate?:
    | { state: "declined"; reason: "duplicate" | "outdated" | "vague" | "unverified" | "outOfScope"; words: string }
    | { state: "returned"; words: string }
    | { state: "withdrawn" }
    | { state: "draft" }
    | { state: "awaitingOfficeSignOff" }
    | { state: "submitted" };
};

export type SeedFlash = Omit<SeedText, "section" | "kind">;

export type Scene = "terraces" | "forest" | "meeting" | "bridge" | "wetland" | "library";
