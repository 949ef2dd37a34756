/** The auditor's search, export and chain. */
export const audit = {
  audit: {
    anyAct: "全部操作",
    from: "自",
    to: "至",
    subject: "对象编号",
    export: "导出 CSV",
    yes: "是",
    file: "操作记录",
    columns: {
      id: "编号",
      at: "时间",
      who: "姓名",
      act: "操作",
      refused: "被拒绝",
      about: "说明",
      item: "稿件编号",
      issue: "期编号",
      subject: "对象编号",
    },
    chain: "记录链",
    chainFact:
      "{place, plural, =0 {还没有记录上链} other {#条记录已上链，末条为第{id}号}}{waiting, plural, =0 {} other {，另有#条待上链}}。在服务器上运行 {command} 可核对。",
    anchors: "每日存证",
    day: "日期",
    last: "末条编号",
    count: "条数",
    hash: "链值（SHA-256）",
    download: "下载全部存证",
  },
};
