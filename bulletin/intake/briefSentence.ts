import { type Day, toColumn } from "@/lib/dates";

export type Named = { name: string; title: string };

export type BriefForm = { date: Day; officials: Named[]; what: string; where: string; accompaniedBy: Named[] };

/**
 * The one sentence of a brief, in the order in which offices write it: date, who with full title in
 * rank order, where, what, who went along. People who share a title stand under it once
 * (市政协副主席沈砚秋、罗启明).
 */
export function briefSentence({ date, officials, what, where, accompaniedBy }: BriefForm): string {
  const day = toColumn(date);
  const lead = `${day.getUTCMonth() + 1}月${day.getUTCDate()}日，${nameRun(officials)}`;
  const place = where && !/^[到赴在]/.test(where) ? `到${where}` : where;
  const along = accompaniedBy.length ? `，${nameRun(accompaniedBy)}陪同` : "";
  return `${lead}${place}${withoutFullStop(what)}${along}。`;
}

/** 市政协主席顾承岳，副主席沈砚秋、罗启明: titles once, names that share one joined by 、. */
export function nameRun(people: Named[]): string {
  const groups: { title: string; names: string[] }[] = [];
  for (const { name, title } of people) {
    const last = groups.at(-1);
    if (last && last.title === title) last.names.push(name);
    else groups.push({ title, names: [name] });
  }
  return groups.map(({ title, names }) => `${title}${names.join("、")}`).join("，");
}

function withoutFullStop(text: string): string {
  return text.trim().replace(/[。.，,；;]+$/, "");
}
