/** Leaders and offices read. */
export const post = {
  reading: {
    title: "阅读",
    unread: "待阅{count}件",
    nothingNew: "没有待阅的刊物",
    readSoFar: "已阅{count}件，见下方。",
    nothingYet: "分发给你的刊物会出现在这里。",
    read: "已阅 {count}件",
    ours: "刊有本单位稿件",
    noneOurs: "还没有刊发本单位稿件的期",
    noneOursFact: "稿件刊发后，这里可以看到全期。",
    more: "共{count}条",
  },
  read: {
    back: "阅读",
    contents: "目录",
    count: "{count}条",
    others: "其他期",
    previous: "上一期",
    next: "下一期",
    acknowledge: "签收",
    acknowledged: "已签收 {at}",
    sizes: { name: "字号", small: "小", middle: "中", large: "大" },
  },
};
