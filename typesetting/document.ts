/**
 * What the press prints: an issue as plain data, complete, independent of any database. Whoever has
 * one of these and the faces has the pages.
 */
export type PressIssue = {
  layout: "weekly" | "flash" | "newspaper";
  masthead: Masthead;
  settings: PageSettings;
  editorNote: string;
  /** In the order of the page. In a newspaper each section is one of its pages (版). */
  sections: PressSection[];
  /** 报, 送, 发, 抄送: printed labels, in order. */
  lists: { label: string; addressees: string[] }[];
  imprint: PressImprint;
  /** By the id that a figure names. */
  images: Record<string, PressImage>;
};

export type Masthead = {
  /** 工作周报 */
  title: string;
  /** City or office that precedes the title; may be empty. */
  region: string;
  issuer: string;
  internal: boolean;
  /** As printed: 第 19 期 (formed with `numberFormat`), and 总第 613 期 or nothing. */
  number: string;
  total: string;
  /** Not signed yet: the number is printed as tentative (拟). */
  tentative: boolean;
  /** The date of sign-off, as printed (2026年11月20日), its weekday (星期五) and ISO day (2026-11-20). */
  date: string;
  weekday: string;
  day: string;
};

/** What a publication's office may set of its pages. */
export type PageSettings = {
  /** Colour of the masthead, `#RRGGBB`. */
  red: string;
  /** Around a section's title: ※重要会议※, ◆重要会议◆, or nothing. */
  sectionMark: "※" | "◆" | "";
  /** Before a brief that does not begin with a date. */
  briefMark: "◆" | "◇" | "●" | "";
  /** 本期要目 under the masthead. */
  contents: boolean;
  /** Page numbers: — 1 — outside, 1 in the middle, or none. */
  footer: "dashes" | "centre" | "none";
  /**
   * The last page bears the foot and an even number (GB/T 9704 7.4). One page stays one, and a foot that
   * has a page to itself takes the next: a blank page before it would look like a mistake.
   */
  evenPages: boolean;
  /** 一页纸: the pages that an issue should not exceed; 0 is no target. */
  pageTarget: number;
  /** Families that go before the chain of their role (typesetting/faces). */
  faces: Partial<Record<FaceRole, string>>;
  newspaper: NewspaperSettings;
};

export type NewspaperSettings = {
  paper: "A3" | "A2";
  /** 3 to 6. */
  columns: number;
  /** Standing slogan beside the nameplate, a line each. */
  slogan: string[];
  /** Under the nameplate: what is said of publisher and distribution, left and right. */
  ears: { left: string; right: string };
  /** The nameplate in Latin letters; may be empty. */
  latin: string;
};

export type FaceRole = "title" | "fang" | "kai" | "hei" | "song" | "latin" | "digits";

export type PressSection = { title: string; entries: PressEntry[] };

export type PressEntry = {
  id: string;
  kind: "story" | "brief";
  /** The lines as the editor broke them; a single long one is broken by sense (headline/broken.ts). */
  headline: string[];
  blocks: Block[];
  /** Only a newspaper prints these. */
  newspaper?: NewspaperPlacing;
};

export type NewspaperPlacing = {
  /** 引题, above the headline. */
  kicker: string;
  /** 副题, below it. */
  deck: string;
  /** 本报讯（记者 …）, 新华社北京2月26日电: printed in black before the first paragraph. */
  dateline: string;
  /** Wanted width in columns; 0 leaves it to the machine. */
  columns: number;
  /** 1 leads its page, 2 is set large, 3 plainly, 4 is a brief in a box of briefs. */
  rank: 1 | 2 | 3 | 4;
  /** In a box of rules. */
  boxed: boolean;
};

export type PressImprint = {
  editors: string;
  reviewers: string;
  signer: string;
  phone: string;
  email: string;
  /** 0 prints none. */
  copies: number;
};

/** Pixels as they came: JPEG, PNG, WebP or GIF. */
export type PressImage = { bytes: Uint8Array; width: number; height: number };

// The one text model, as the press reads it (bulletin/text/schema.ts gives exactly these shapes).
export type Run = { text: string; bold?: true; italic?: true; underline?: true };
export type Cell = { runs: Run[]; header?: true; colspan?: number; rowspan?: number };
export type Figure = { type: "figure"; image: string; caption: string; credit: string };
export type Table = { type: "table"; rows: Cell[][] };
export type Block =
  | { type: "paragraph"; runs: Run[] }
  | { type: "heading"; level: 1 | 2 | 3; runs: Run[] }
  | { type: "list"; ordered: boolean; items: Run[][] }
  | Figure
  | Table;

export const defaultSettings: PageSettings = {
  red: "#C8161D",
  sectionMark: "※",
  briefMark: "◆",
  contents: false,
  footer: "dashes",
  evenPages: true,
  pageTarget: 0,
  faces: {},
  newspaper: { paper: "A3", columns: 5, slogan: [], ears: { left: "", right: "" }, latin: "" },
};
