/** Why a piece was read as what it is: keys of sentences, for whoever looks at the pieces. All of them are given. */
export const whys = [
  // The page.
  ...(["pageNumber", "runningHead", "pageCut", "goesOn", "listGoesOn"] as const),
  // Titles.
  ...(["headingOrHeadline", "byline", "above", "sharedWords", "fitsNoStory", "fitsNowhere"] as const),
  // Entries: what leads a brief, or that nothing does.
  ...(["mark", "number", "date", "vague", "office", "noHeadline", "noLead", "otherMatter", "sameMatter"] as const),
  // What was read twice; what a person said, of this piece or of an earlier bulletin.
  ...(["readTwice", "byHand", "profile"] as const),
] as const;

export type Why = (typeof whys)[number];
