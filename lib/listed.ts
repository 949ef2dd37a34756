/** Several names in one line, as the language separates them: 甲、乙 and A, B. */
export function listed(names: readonly string[], locale: string): string {
  return names.join(locale.startsWith("zh") ? "、" : ", ");
}
