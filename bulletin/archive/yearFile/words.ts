import type { ManifestIssue } from "./manifest";

/** What stands in the file of a year. Like a printed page it is Chinese whatever language its reader has chosen. */
export const contentsWords = {
  title: (office: string, year: number) => `${office}　${year}年刊物档案`,
  fact: (count: number) =>
    `共${count}期。期号打开版面（PDF/A），“数据”是同一期的结构化文本（JSON）。manifest.json 列有每个文件的校验值（SHA-256）。`,
  data: "数据",
  number: ({ series, number, lastNumber, edition, twin, total }: ManifestIssue) =>
    `${series === "supplement" ? "增刊" : ""}第${lastNumber ? `${number}—${lastNumber}` : number}期` +
    `${total === null ? "" : `（总第${total}期）`}` +
    `${edition > 1 ? "　更正版" : ""}${twin > 1 ? `　重号之${twin}` : ""}`,
  states: { corrected: "已更正", recalled: "已撤回", void: "作废" },
};
