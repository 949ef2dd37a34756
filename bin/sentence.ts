/** An expected failure: its message is one sentence for the operator, without a stack. */
export class Sentence extends Error {
  override name = "Sentence";
}

/** The one sentence for any failure: a full disk has its own, wherever it happened. */
export function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (isDiskFull(error, text)) return "磁盘已满：请腾出空间后再启动（数据在 BIANFA_DATA）。";
  if (error instanceof Sentence) return text;
  if ((error as { code?: string } | null)?.code === "P2021") return "数据库里还没有表：请先运行一次 npm start。";
  const firstLine = text.split("\n").find((line) => line.trim()) ?? "未知错误";
  return /[。.!]$/.test(firstLine) ? firstLine : `${firstLine}。`;
}

function isDiskFull(error: unknown, text: string): boolean {
  const code = (error as { code?: string } | null)?.code;
  // 53100 is PostgreSQL's disk_full.
  return code === "ENOSPC" || code === "53100" || /No space left on device|ENOSPC/.test(text);
}
