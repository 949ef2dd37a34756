/**
 * The words that stand on a printed page whatever is printed. A page is Chinese, also where its
 * reader's interface is English; hence they are here and not in the catalogues. The Typst templates
 * and the Word file take them from here.
 */
export const words = {
  internal: "内部资料　注意保存",
  contents: "本期要目",
  editorNote: "编者按",
  imprint: { editors: "编辑", reviewers: "审核", signer: "签发", phone: "电话", email: "邮箱" },
  printed: (issuer: string, date: string) => `${issuer}　${date}印发`,
  copies: (count: number) => `共印${count}份`,
  /** Before the number of an issue out of the order. */
  supplement: "增刊",
  /** Behind the number of a new edition of it. */
  edition: (edition: number) => (edition < 2 ? "" : edition === 2 ? "（更正版）" : `（第${edition - 1}次更正版）`),
  pageOf: (page: string) => `第${page}版`,
  credit: (name: string) => `${name}　摄`,
  tentative: "（拟）",
  /** In the names of files. */
  void: "（作废）",
  year: (year: number) => `${year}年`,
  unreadable: "（照片无法读取）",
  /** A newspaper names the same people and places in its own way. */
  newspaper: { editors: "责任编辑", email: "投稿邮箱", phone: "热线" },
  pagesToday: (count: number) => `今日 ${count} 版`,
  /** Heads the box of briefs: after a section of two characters (要闻简报), else plainly. */
  briefs: (section: string) => ([...section].length === 2 ? `${section}简报` : "简讯"),
  /** Over signed pages, where leaders have written on them. */
  instructions: {
    sheet: "批示单",
    fileCopy: "（存档件）",
    wholeIssue: "全期",
    onWhat: (about: string) => `批“${about}”`,
    onPage: (page: number) => `第${page}页`,
    sheetPage: (page: string) => `批示单　第${page}页`,
    /** In the head margin, of what the margin does not hold: all of it, or what is left. */
    listed: (count: string) => `批示${count}条，见批示单`,
    listedToo: (count: string) => `另有批示${count}条，见批示单`,
  },
} as const;

/** 市委各常委，市政协主席、副主席。 (GB/T 9704 7.4.2: commas between, a full stop at the end.) */
export function addresseesLine(addressees: string[]): string {
  return `${addressees.join("，")}。`;
}
