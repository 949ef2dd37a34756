import type { Block } from "../../text/model";

/**
 * What a text was recognised as. `bulletin/archive/recognise/json.ts` prints it in the form that
 * CONTRACT.md fixes; here it keeps what an editor needs as well: bold runs, pictures by their key, and
 * the pieces that each part was made of.
 */
export type Recognised = {
  /** The share of the characters that stand in `issues`. */
  coverage: number;
  /** The same without page numbers and running heads: what a person is shown. */
  held: number;
  issues: RecognisedIssue[];
  leftovers: Leftover[];
};

export type RecognisedIssue = {
  key: string;
  region: string | null;
  publication: string | null;
  series: "regular" | "supplement";
  /** Several for a double number (合刊). */
  numbers: number[];
  total: number | null;
  year: number | null;
  date: string | null;
  issuer: string | null;
  marking: string | null;
  /** Lines of the masthead that have no field of their own. */
  mastheadOther: string[];
  contents: string[];
  editorNote: string[];
  sections: RecognisedSection[];
  distribution: { label: string; addressees: string[] }[];
  imprint: RecognisedImprint;
  pieces: string[];
};

export type RecognisedImprint = {
  editors: string[];
  reviewers: string[];
  signer: string | null;
  phone: string | null;
  email: string | null;
  copies: number | null;
  /** Who printed and when (…办公室 2020年5月11日印发), as it stands. */
  printed: string | null;
  other: string[];
};

export type RecognisedSection = {
  title: string | null;
  /** What its title was marked with: a style of styles.ts, kept for the profile of the publication. */
  style: string | null;
  entries: RecognisedEntry[];
  pieces: string[];
};

export type RecognisedEntry = {
  key: string;
  kind: "story" | "brief";
  title: string[];
  kicker: string | null;
  deck: string | null;
  dateline: string | null;
  reporters: string[];
  jump: string | null;
  date: string | null;
  blocks: RecognisedBlock[];
  /** That of the least certain piece of its headline and opening. */
  confidence: number;
  pieces: string[];
};

/**
 * A block of the text model, of the pieces `pieces`. The `image` of a figure is the key that the reader of
 * the file gave it; empty where the picture was lost and only its caption was read.
 */
export type RecognisedBlock = Block & { pieces: string[]; repetition?: true };

export type Leftover = { line: number; text: string; reason: "furniture" | "leftover" };
