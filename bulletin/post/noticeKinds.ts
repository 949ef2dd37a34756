/** What a person is told; each is a sentence of the catalogue (`notices.kinds.KIND`), filled by its values. */
export const noticeKinds = [
  "delivered",
  "deliveredFor",
  "corrected",
  "dropped",
  "recalled",
  "reminded",
  "instructed",
  "forwarded",
  "answered",
  "closed",
  "released",
  "due",
  "deputy",
  "saved",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
