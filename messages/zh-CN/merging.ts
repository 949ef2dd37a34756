/** Several items in one entry. */
export const merging = {
  merging: {
    title: "把“{title}”合编到一个条目",
    into: "条目",
    entry: "{offices}　{title}",
    fact: "这篇稿件的文字和照片接在所选条目之后，由编辑改成一篇；原稿不动。",
    adoptFirst: "要合编的几篇都还没有采用时，先采用其中一篇，再把其余的合编进来。",
    mergedTo: "已合编至",
    offices: "{count}家合编",
    inSection: "{count}条，合编{merged}条",
    sources: "稿件：{names}",
    takeOut: "拆出{office}稿件",
    left: "{office}的稿件已拆出。它的文字改动过，仍在条目中，请删改。",
    revisions: { merge: "合编{office}稿件", unmerge: "拆出{office}稿件" },
  },
};
