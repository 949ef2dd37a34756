/** Import of past issues: why a file waits, what was put aside, what was learnt. */
export const importing = {
  importing: {
    doubts: {
      noPublication: "未认出刊物",
      nothing: "未认出任何一期",
      textLeft: "有文字未归入",
      unsure: "有标题待核",
      incomplete: "缺期号或日期",
      doubled: "期号重复",
      otherIssuer: "编发单位与刊物不符",
      noIssuer: "未认出编发单位",
    },
    aside: "页码、书眉 {count}行",
    asideHint: "属于版面，不属于内容，另列于此，不计入识别率。",
    archivedMany: "已归档{archived}个文件。{waiting, plural, =0 {} other {另有#个留待核对。}}",
    bare: "未认出报头，按一期读入，{entries}条",
    notKept: "有改动还没有保存",
    undo: "撤销上一步",
    shiftHint: "按住 Shift 再点，可选一段。",
    text: "这一行的文字",
    textHint: "有错字直接改，离开即存。按回车从光标处拆开，按 Esc 放弃改动。",
    read: "　原读作“{text}”",
    whole: "展开全文",
    clamped: "收起长段",
    learnt: {
      verb: "导入习惯",
      title: "{name}的导入习惯",
      fact: "以下各条来自归档前的校改，下次导入这份刊物时照此识别。",
      publication: "本刊报头的刊名是“{text}”。",
      region: "本刊报头的地名是“{text}”。",
      marked: "本刊标记为“{text}”的一行是{label}。",
      typed: "本刊第{text}级标题字样的一行是{label}。",
      bold: "本刊单独成行的加粗文字是{label}。",
      line: "本刊“{text}”一行是{label}。",
      leads:
        "本刊以{lead, select, date {日期} office {单位名} vague {“近日”之类} number {序号} other {“{text}”}}开头的一段是一条简讯。",
      leadsNone:
        "本刊以{lead, select, date {日期} office {单位名} vague {“近日”之类} number {序号} other {“{text}”}}开头的一段不另成一条。",
      forget: "全部清除",
      forgetFact: "清除后按通用规则识别。已导入的文件和已归档的各期不变。",
    },
  },
};
